import type { Placed } from '../../support/document.js';

/** What the fuzzer has seen of what the document promises. */
export class Coverage {
  private readonly seen = new Map<string, Map<number, number>>();

  constructor(private readonly placed: readonly Placed[]) {}

  count({ operation }: Placed, status: number): void {
    const statuses = this.seen.get(operation.operationId) ?? new Map<number, number>();
    this.seen.set(operation.operationId, statuses);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  get requests(): number {
    return sum([...this.seen.values()].map((statuses) => sum([...statuses.values()])));
  }

  /** Operations that never succeeded. */
  get unsuccessful(): string[] {
    return this.placed
      .map(({ operation }) => operation.operationId)
      .filter((id) => ![...(this.seen.get(id)?.keys() ?? [])].some((status) => status < 400));
  }

  /** Operations that were never asked. */
  get unasked(): string[] {
    return this.placed.map(({ operation }) => operation.operationId).filter((id) => !this.seen.has(id));
  }

  /** One line of figures, and one for each operation: what was seen how often, and what was not. */
  report(): string {
    const pairs = this.placed.flatMap(({ operation }) =>
      documented(operation.responses).map((status) => [operation.operationId, status] as const),
    );
    const met = pairs.filter(([id, status]) => this.seen.get(id)?.has(status));
    const asked = this.placed.length - this.unasked.length;
    return [
      `${this.requests} requests to ${asked} of ${this.placed.length} operations, ` +
        `${met.length} of ${pairs.length} documented answers (operation × status, without 5xx)`,
      ...this.placed.map((one) => this.lineOf(one)),
    ].join('\n');
  }

  private lineOf({ operation }: Placed): string {
    const statuses = this.seen.get(operation.operationId) ?? new Map<number, number>();
    const seen = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
    const unseen = documented(operation.responses).filter((status) => !statuses.has(status));
    const rest = unseen.length > 0 ? `  not seen: ${unseen.join(' ')}` : '';
    return `  ${operation.operationId}: ${seen.join(' ')}${rest}`;
  }
}

function documented(responses: object): number[] {
  return Object.keys(responses)
    .map(Number)
    .filter((status) => status < 500);
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
