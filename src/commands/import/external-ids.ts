import { createHash } from 'node:crypto';

/**
 * Gives a row that has no id of its own one that it gets again in every later run: a hash of the row and of how many
 * equal rows came before it, so that two identical rows are two complaints.
 */
export class ExternalIds {
  private readonly seen = new Map<string, number>();

  of(fields: string[]): string {
    const row = digest(fields);
    const before = this.seen.get(row) ?? 0;
    this.seen.set(row, before + 1);
    return `sha256:${digest([...fields, String(before)])}`;
  }
}

function digest(fields: string[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
}
