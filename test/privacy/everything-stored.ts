import { fold } from '../../src/kernel/fold.js';
import type { Database } from '../../src/platform/database/database.js';

/** Every row of every table in every schema as text, bytes in both their forms. */
export async function everythingStored(database: Database): Promise<string> {
  const tables = await database.read<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const stored = await database.read<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    rows.push(...stored.map(({ row }) => row));
  }
  const bytes = await database.read<{ text: string }>(
    `SELECT convert_from(e.bytes, 'UTF8') AS text FROM entries e`,
  );
  return [...rows, ...bytes.map(({ text }) => text)].join('\n');
}

/** Those of the words that stand in a text: as they are, without regard to case, accents or what separates them. */
export function foundIn(text: string, words: string[]): string[] {
  const lower = text.toLowerCase();
  const folded = fold(text);
  const digits = text.replace(/[^0-9\n]/g, '');
  return words.filter((word) => {
    const number = /^\+/.test(word) && digits.includes(word.replace(/\D/g, ''));
    const hex = lower.includes(Buffer.from(word).toString('hex'));
    return lower.includes(word.toLowerCase()) || folded.includes(fold(word)) || number || hex;
  });
}
