import { Flaw, orFlaw } from './flaw.js';
import { unzip } from './unzip.js';

/** What is taken from the bundle, as it says it is; nothing of it is believed yet. */
export interface BundleFiles {
  about: {
    format: number;
    complaintId: string;
    reference: string;
    origin: string;
    size: number;
    omitted: number;
  };
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
  type: string;
  position: number;
  complaintId: string | null;
  complaintVersion: number | null;
  data: Record<string, unknown>;
}

export interface ShownValue {
  entryId: string;
  pointer: string;
  state: string;
  salt: string | null;
  value: unknown;
}

/** Files for reading, which nothing is proved by. */
const FOR_READING = [
  'README.html',
  'complaint.json',
  'by-hand/checkpoint-text.txt',
  'by-hand/signature.bin',
  'by-hand/public-key.pem',
];
const TAKEN = ['bundle.json', 'checkpoint.txt', 'keys.txt', 'entries.ndjson', 'values.ndjson'];

/** @throws Flaw where it is no such bundle */
export function readBundle(zip: Uint8Array): BundleFiles {
  const files = unzip(zip);
  const bytes = (name: string) => {
    const found = files.get(name);
    if (!found) throw new Flaw(`${name} is missing`);
    return found;
  };
  const text = (name: string) => bytes(name).toString('utf8');
  const lines = <T>(name: string) => linesOf<T>(name, text(name));
  const about = orFlaw('bundle.json', () => JSON.parse(text('bundle.json')) as BundleFiles['about'] | null);
  if (about?.format !== 1) throw new Flaw('bundle.json is not of format 1');
  const entries = lines<ShownEntry>('entries.ndjson');
  const ofEntries = entries.flatMap(({ position }) => [
    nameOf(position, 'json'),
    nameOf(position, 'tlog-proof'),
  ]);
  const known = new Set([...FOR_READING, ...TAKEN, ...ofEntries]);
  for (const name of files.keys())
    if (!known.has(name)) throw new Flaw(`${name} is in the archive, and no entry in entries.ndjson has it`);
  return {
    about,
    checkpoint: text('checkpoint.txt'),
    keys: text('keys.txt'),
    entries,
    values: byEntry(lines<ShownValue>('values.ndjson')),
    bytesOf: (position) => bytes(nameOf(position, 'json')),
    proofOf: (position) => text(nameOf(position, 'tlog-proof')),
  };
}

function nameOf(position: number, ending: string): string {
  return `entries/${String(position)}.${ending}`;
}

/** Each as the service writes it: a member that stands there twice would be read as the one and shown as the other. */
function linesOf<T>(name: string, text: string): T[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, index) => {
    const about = `${name}, line ${index + 1}`;
    const read: unknown = orFlaw(about, () => JSON.parse(line) as unknown);
    if (typeof read !== 'object' || read === null || JSON.stringify(read) !== line)
      throw new Flaw(`${about} is not written as the service writes it`);
    return read as T;
  });
}

function byEntry(values: ShownValue[]): Map<string, ShownValue[]> {
  const found = new Map<string, ShownValue[]>();
  for (const value of values) {
    const others = found.get(value.entryId);
    if (others) others.push(value);
    else found.set(value.entryId, [value]);
  }
  return found;
}
