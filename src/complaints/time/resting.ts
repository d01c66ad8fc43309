/** Milliseconds: so long after the first failure, twice as long after each further one, and so long at most. */
const [SHORTEST, LONGEST] = [1000, 60_000];

/**
 * Complaints that could not be handled. They are left alone for a while, so that they keep up nobody; for a short
 * one at first, because most of what goes wrong goes by.
 */
export class Resting {
  private readonly all = new Map<string, { until: number; rest: number }>();

  get size(): number {
    return this.all.size;
  }

  failed(id: string): void {
    const now = performance.now();
    for (const [old, { until }] of this.all) if (until + LONGEST < now) this.all.delete(old);
    const { rest: before = 0 } = this.all.get(id) ?? {};
    const rest = Math.min(LONGEST, Math.max(SHORTEST, 2 * before));
    this.all.set(id, { until: now + rest, rest });
  }

  handled(id: string): void {
    this.all.delete(id);
  }

  includes(id: string): boolean {
    const { until = 0 } = this.all.get(id) ?? {};
    return until > performance.now();
  }
}
