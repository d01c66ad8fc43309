import { fold } from '../../kernel/fold.js';
import type { Tx } from '../../platform/database/database.js';

/** A row stops growing here: PostgreSQL's limit for a list of words is 1 MB, and a write must not fail over it. */
const MOST_WORDS = 40_000;

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
  const of = (internal: boolean) => texts.filter((row) => row.internal === internal).map((row) => row.text);
  await tx.rows('DELETE FROM complaint_words w WHERE w.complaint_id = $1', [complaintId]);
  await addWords(tx, complaintId, of(false), of(true));
}

function folded(texts: string[]): string {
  return texts.map(fold).join(' ');
}

const ADD = `
  INSERT INTO complaint_words AS w (complaint_id, words, all_words)
  VALUES ($1, strip(to_tsvector('simple', $2)), strip(to_tsvector('simple', $2 || ' ' || $3)))
  ON CONFLICT (complaint_id) DO UPDATE SET
    words = CASE WHEN length(w.words) < ${MOST_WORDS} THEN w.words || excluded.words ELSE w.words END,
    all_words = CASE WHEN length(w.all_words) < ${MOST_WORDS}
      THEN w.all_words || excluded.all_words ELSE w.all_words END`;

const TEXTS = `
  SELECT concat_ws(' ', c.reference, c.subject, c.description, c.complainant_name) AS text, false AS internal
  FROM complaints c WHERE c.id = $1
  UNION ALL SELECT f.statement, false FROM facts f WHERE f.complaint_id = $1
  UNION ALL SELECT m.body, m.audience = 'internal' FROM messages m WHERE m.complaint_id = $1`;
