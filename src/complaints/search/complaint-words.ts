import { fold } from '../../kernel/fold.js';
import type { Tx } from '../../platform/database/database.js';

/** A row stops growing here: PostgreSQL's limit for a list of words is 1 MB, and a write must not fail over it. */
const MOST_BYTES = 400_000;
/** As much text as is added in one statement, in UTF-16 units: together with a full row it stays below the limit. */
const MOST_TEXT = 100_000;

/** Adds to the words that a search finds a complaint by. Accents and case are folded, as in the question. */
export async function addWords(
  tx: Tx,
  complaintId: string,
  open: string[],
  internal: string[],
): Promise<void> {
  if (open.length + internal.length === 0) return;
  await tx.rows(ADD, [complaintId, folded(open), folded(internal)]);
}

/** Replaces all words of a complaint, after a text that may no longer be found was changed. */
export async function rewriteWords(tx: Tx, complaintId: string): Promise<void> {
  const texts = await tx.rows<{ text: string; internal: boolean }>(TEXTS, [complaintId]);
  await tx.rows('DELETE FROM complaint_words w WHERE w.complaint_id = $1', [complaintId]);
  for (const portion of portions(texts)) {
    const of = (internal: boolean) =>
      portion.filter((row) => row.internal === internal).map((row) => row.text);
    await addWords(tx, complaintId, of(false), of(true));
  }
}

/** Texts in their order, as many at a time as one statement takes; a longer one stands alone. */
function portions<T extends { text: string }>(texts: T[]): T[][] {
  const all: T[][] = [];
  let room = 0;
  for (const row of texts) {
    room -= row.text.length;
    if (room >= 0) {
      all.at(-1)?.push(row);
      continue;
    }
    all.push([row]);
    room = MOST_TEXT - row.text.length;
  }
  return all;
}

function folded(texts: string[]): string {
  return texts.map(fold).join(' ').slice(0, MOST_TEXT);
}

const ADD = `
  INSERT INTO complaint_words AS w (complaint_id, words, all_words)
  VALUES ($1, strip(to_tsvector('simple', $2)), strip(to_tsvector('simple', $2 || ' ' || $3)))
  ON CONFLICT (complaint_id) DO UPDATE SET
    words = CASE WHEN ${hasRoom('w.words')} THEN w.words || excluded.words ELSE w.words END,
    all_words = CASE WHEN ${hasRoom('w.all_words')} THEN w.all_words || excluded.all_words ELSE w.all_words END`;

/** The size is asked of a value that was put together just now: a stored one is compressed. */
function hasRoom(words: string): string {
  return `pg_column_size(${words} || ''::tsvector) < ${MOST_BYTES}`;
}

const TEXTS = `
  SELECT concat_ws(' ', c.reference, c.subject, c.description, c.complainant_name) AS text, false AS internal
  FROM complaints c WHERE c.id = $1
  UNION ALL SELECT f.statement, false FROM facts f WHERE f.complaint_id = $1
  UNION ALL SELECT i.what, false FROM issues i WHERE i.complaint_id = $1
  UNION ALL SELECT m.body, m.audience = 'internal' FROM messages m WHERE m.complaint_id = $1`;
