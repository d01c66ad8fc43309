import type { Schema } from '../client/amends.js';

const LONGEST = 96;

/** `10:32:07.481  complaint.acknowledged     Olga Owner   state: acknowledged, …`: a line for each entry. */
export function readable(entries: Schema<'TimelineEntryDto'>[]): string[] {
  const rows = entries.map(({ at, type, actor, data }) => [
    at.slice(11, 23),
    type,
    actor.name ?? actor.kind,
    said(data),
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1), width(2)];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function said(data: Record<string, unknown>): string {
  const parts = Object.entries(data).filter(([key, value]) => !/Ids?$/.test(key) && !saysNothing(value));
  const text = parts.map(([key, value]) => `${key}: ${plain(value)}`).join(', ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function plain(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
}

function saysNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}
