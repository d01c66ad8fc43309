import { unzipSync } from 'fflate';
import { Flaw, orFlaw } from './flaw.js';

/** What is taken from the bundle, as it says it is; nothing of it is believed yet. */
export interface BundleFiles {
  about: { format: number; complaintId: string; reference: string; omitted: number };
  checkpoint: string;
  /** Public keys, one a line. */
  keys: string;
  entries: ShownEntry[];
  /** By the id of their entry. */
  values: Map<string, ShownValue[]>;
  bytesOf(position: number): Buffer;
  proofOf(position: number): string;
}

export interface ShownEntry {
  id: string;
  position: number;
  complaintId: string | null;
  complaintVersion: number | null;
}

export interface ShownValue {
  entryId: string;
  pointer: string;
  state: string;
  salt: string | null;
  value: unknown;
}

/** @throws Flaw where it is no such bundle */
export function readBundle(zip: Uint8Array): BundleFiles {
  const files = orFlaw('the file is no ZIP archive', () => unzipSync(zip));
  const bytes = (name: string) => {
    const found = files[name];
    if (!found) throw new Flaw(`${name} is missing`);
    return Buffer.from(found);
  };
  const text = (name: string) => bytes(name).toString('utf8');
  const lines = <T>(name: string) =>
    text(name)
      .split('\n')
      .filter((line) => line !== '')
      .map((line, index) => orFlaw(`${name}, line ${index + 1}`, () => JSON.parse(line) as T));
  const about = orFlaw('bundle.json', () => JSON.parse(text('bundle.json')) as BundleFiles['about']);
  if (about.format !== 1) throw new Flaw('bundle.json is not of format 1');
  return {
    about,
    checkpoint: text('checkpoint.txt'),
    keys: text('keys.txt'),
    entries: lines<ShownEntry>('entries.ndjson'),
    values: byEntry(lines<ShownValue>('values.ndjson')),
    bytesOf: (position) => bytes(`entries/${position}.json`),
    proofOf: (position) => text(`entries/${position}.tlog-proof`),
  };
}

function byEntry(values: ShownValue[]): Map<string, ShownValue[]> {
  const found = new Map<string, ShownValue[]>();
  for (const value of values) found.set(value.entryId, [...(found.get(value.entryId) ?? []), value]);
  return found;
}
