import { createPublicKey } from 'node:crypto';
import { type Checkpoint, parseCheckpoint } from '../../kernel/proofs/checkpoint.js';
import { noteKeyText, openNote, parseNote, parseNoteKey } from '../../kernel/proofs/signed-note.js';
import type { BundleFiles } from './bundle-files.js';
import { checkEntryOf } from './entry-check.js';
import { Flaw, orFlaw } from './flaw.js';

export { Flaw } from './flaw.js';

/**
 * Checks the evidence from the signature down to each value, and says what was checked, a line each.
 * @param key the public key that is trusted: a PEM file, or verifier keys a line each; null: those of the bundle
 * @throws Flaw with the first thing that does not hold
 */
export function checkBundle(files: BundleFiles, key: string | null): string[] {
  const { about, entries } = files;
  const signed = checkSignature(files, key);
  if (entries.length === 0) throw new Flaw('there is no entry in it');
  const values = { disclosed: 0, erased: 0, withheld: 0 };
  let before = 0;
  for (const entry of entries) {
    if (entry.position <= before)
      throw new Flaw(`the entry at ${entry.position} stands behind the one at ${before}`);
    before = entry.position;
    const found = checkEntryOf(files, entry, signed.checkpoint);
    for (const state of found) values[state] += 1;
  }
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of files.values.keys())
    if (!ids.has(id)) throw new Flaw(`values.ndjson names the entry ${id}, which is not in it`);
  const places = entries.map(({ position }) => position);
  return [
    `Evidence of ${about.reference}.`,
    `The checkpoint is signed by ${signed.by}: ${signed.checkpoint.size} entries in ${signed.checkpoint.origin}.`,
    ...(key === null ? [OWN_KEY] : []),
    `${entries.length} entries, positions ${places[0] ?? 0} to ${before}: bytes, hashes and proofs hold.`,
    `Personal values: ${values.disclosed} are those that were written, ${values.erased} were erased, ` +
      `${values.withheld} are withheld.`,
    versions(files),
  ];
}

const OWN_KEY =
  'The key came with the bundle: this shows that the bundle agrees with itself. Give one that you have from ' +
  'elsewhere with --key.';

function checkSignature(files: BundleFiles, key: string | null): { checkpoint: Checkpoint; by: string } {
  return orFlaw('checkpoint.txt', () => {
    const { origin } = parseCheckpoint(parseNote(files.checkpoint).text);
    const keys = (
      key?.includes('BEGIN PUBLIC KEY') ? noteKeyText(origin, createPublicKey(key)) : (key ?? files.keys)
    )
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parseNoteKey);
    const { text, signedBy } = openNote(files.checkpoint, keys);
    const [first] = signedBy;
    return {
      checkpoint: parseCheckpoint(text),
      by: `${first?.name ?? ''} (key ${first?.id.toString('hex') ?? ''})`,
    };
  });
}

/** Every write on a complaint raises its version by one: a gap is where somebody ought to ask. */
function versions({ entries, about }: BundleFiles): string {
  const seen = new Set(entries.map(({ complaintVersion }) => complaintVersion ?? 0));
  const last = Math.max(...seen);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter(
    (version) => !seen.has(version),
  );
  if (missing.length === 0) return `The versions 1 to ${last} of the complaint each have an entry here.`;
  return (
    `The versions ${missing.join(', ')} of the complaint have no entry here; internal notes that the bundle says ` +
    `were left out: ${about.omitted}.`
  );
}
