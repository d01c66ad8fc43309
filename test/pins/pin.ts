import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * Holds a text about the program against the one in this folder, so that a change of what others rely on is seen in
 * the diff by whoever reads it. After a deliberate change `npm run pins` writes it anew.
 */
export function expectPinned(file: string, lines: string[]): void {
  const path = `test/pins/${file}`;
  if (process.env.UPDATE_PINS) writeFileSync(path, `${lines.join('\n')}\n`);
  const pinned = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
  expect(lines).toEqual(pinned);
}

/** Rows as columns of equal width, without blanks at the ends. */
export function table(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(cell.length, most[i] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
