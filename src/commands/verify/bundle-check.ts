import { type Checkpoint, parseCheckpoint } from '../../kernel/proofs/checkpoint.js';
import { openNote, parseNote } from '../../kernel/proofs/signed-note.js';
import { parseTrustedKeys } from '../../kernel/proofs/trusted-keys.js';
import type { BundleFiles } from './bundle-files.js';
import { checkEntryOf } from './entry-check.js';
import { Flaw, orFlaw } from './flaw.js';
import { versionsOf } from './versions.js';

export { Flaw } from './flaw.js';

/**
 * Checks the evidence from the signature down to each value, and says what was checked, a line each.
 * @param key the public key that is trusted: a PEM file, or verifier keys a line each; null: those of the bundle
 * @throws Flaw with the first thing that does not hold
 */
export function checkBundle(files: BundleFiles, key: string | null): string[] {
  const { entries } = files;
  const signed = checkSignature(files, key);
  orFlaw('bundle.json', () => checkAbout(files, signed.checkpoint));
  const values = { disclosed: 0, erased: 0, withheld: 0 };
  let before = 0;
  for (const entry of entries) {
    const { position } = entry;
    if (!Number.isSafeInteger(position)) throw new Flaw('an entry has no position');
    if (position <= before) throw new Flaw(`the entry at ${position} stands behind the one at ${before}`);
    before = position;
    const found = orFlaw(`the entry at ${position}`, () => checkEntryOf(files, entry, signed.checkpoint));
    for (const state of found) values[state] += 1;
  }
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of files.values.keys())
    if (!ids.has(id)) throw new Flaw(`values.ndjson names the entry ${id}, which is not in it`);
  return [
    `Evidence of ${files.about.reference}.`,
    `The checkpoint is signed by ${signed.by}: ${signed.checkpoint.size} entries in ${signed.checkpoint.origin}.`,
    ...(key === null ? [OWN_KEY] : []),
    `${entries.length} entries, positions ${entries[0]?.position ?? 0} to ${before}: bytes, hashes and proofs hold.`,
    `Personal values: ${values.disclosed} are those that were written, ${values.erased} are said to be erased, ` +
      `${values.withheld} to be withheld.`,
    versionsOf(files),
    NOT_CHECKED,
  ];
}

const OWN_KEY =
  'The key came with the bundle: this shows that the bundle agrees with itself. Give one that you have from ' +
  'elsewhere with --key.';

const NOT_CHECKED =
  'Not checked, because nothing proves it: whether other entries are missing, above all the last ones; what ' +
  'complaint.json and README.html say.';

function checkSignature(files: BundleFiles, key: string | null): { checkpoint: Checkpoint; by: string } {
  return orFlaw('checkpoint.txt', () => {
    const { origin } = parseCheckpoint(parseNote(files.checkpoint).text);
    const { text, signedBy } = openNote(files.checkpoint, parseTrustedKeys(key ?? files.keys, origin));
    const [first] = signedBy;
    return {
      checkpoint: parseCheckpoint(text),
      by: `${first?.name ?? ''} (key ${first?.id.toString('hex') ?? ''})`,
    };
  });
}

/** The bundle says what it is about; the log says so too. */
function checkAbout({ about, entries }: BundleFiles, { origin, size }: Checkpoint): void {
  if (about.origin !== origin || about.size !== size)
    throw new Flaw('bundle.json says otherwise of the log than checkpoint.txt');
  const received = entries.find(({ type }) => type === 'complaint.received');
  if (!received) throw new Flaw('the entry that the complaint begins with is not in it');
  if (received.data.reference !== about.reference)
    throw new Flaw('bundle.json names another complaint than its first entry');
}
