import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { isCanonical } from '../../kernel/canonical-json.js';
import { leafHash } from '../../kernel/merkle/hashes.js';
import { rootByInclusion } from '../../kernel/merkle/verify.js';
import type { Checkpoint } from '../../kernel/proofs/checkpoint.js';
import { commit, isCommitment } from '../../kernel/proofs/commitment.js';
import { parseTlogProof } from '../../kernel/proofs/tlog-proof.js';
import type { BundleFiles, ShownEntry, ShownValue } from './bundle-files.js';
import { Flaw, orFlaw } from './flaw.js';

export type ValueState = 'disclosed' | 'erased' | 'withheld';

/**
 * Checks one entry: its bytes, its proof, its values, and that what is shown of it is what these say.
 * @returns the states of its personal values
 */
export function checkEntryOf(files: BundleFiles, shown: ShownEntry, signed: Checkpoint): ValueState[] {
  const about = `the entry at ${shown.position}`;
  const bytes = files.bytesOf(shown.position);
  const entry = orFlaw(about, () => JSON.parse(bytes.toString('utf8')) as Sealed);
  if (!isUtf8(bytes) || !isCanonical(bytes.toString('utf8'), entry))
    throw new Flaw(`${about}: the bytes are no canonical JSON`);
  checkProof(files, shown.position, bytes, signed);
  if (entry.complaintId !== files.about.complaintId) throw new Flaw(`${about} belongs to another complaint`);
  const values = files.values.get(entry.id) ?? [];
  const filled = fill(entry, values, about);
  if (!isDeepStrictEqual({ ...filled, position: shown.position }, shown))
    throw new Flaw(`${about} is shown otherwise in entries.ndjson than its bytes and values say`);
  return values.map(({ state }) => state as ValueState);
}

/** The bytes of an entry, parsed. */
interface Sealed {
  id: string;
  complaintId: string | null;
  actor: { name: unknown };
  data: Record<string, unknown>;
}

function checkProof(files: BundleFiles, position: number, bytes: Buffer, signed: Checkpoint): void {
  const about = `the proof of the entry at ${position}`;
  const { index, path, checkpoint } = orFlaw(about, () => parseTlogProof(files.proofOf(position)));
  if (checkpoint !== files.checkpoint) throw new Flaw(`${about} is about another checkpoint`);
  if (index !== position - 1) throw new Flaw(`${about} is about another place`);
  const root = rootByInclusion(index, signed.size, leafHash(bytes), path);
  if (!root?.equals(signed.root)) throw new Flaw(`${about} does not lead to the signed root`);
}

/** Puts the values in the places of their commitments; each commitment has one, and each value a commitment. */
function fill(entry: Sealed, values: ShownValue[], about: string): object {
  const left = new Map(values.map((value) => [value.pointer, value]));
  if (left.size < values.length) throw new Flaw(`${about}: two values are shown for one place`);
  const opened = (pointer: string, sealed: unknown): unknown => {
    if (!isCommitment(sealed)) return sealed;
    const value = left.get(pointer);
    left.delete(pointer);
    if (!value) throw new Flaw(`${about}: nothing is said of the value at ${pointer}`);
    return open(value, sealed.commitment, about);
  };
  const filled = {
    ...entry,
    actor: { ...entry.actor, name: opened('/actor/name', entry.actor.name) },
    data: Object.fromEntries(
      Object.entries(entry.data).map(([field, sealed]) => [field, opened(`/data/${field}`, sealed)]),
    ),
  };
  const [stray] = left.keys();
  if (stray !== undefined)
    throw new Flaw(`${about}: there is a value at ${stray} that the bytes know nothing of`);
  return filled;
}

function open(
  { entryId, pointer, state, salt, value }: ShownValue,
  commitment: string,
  about: string,
): unknown {
  if (state === 'erased' || state === 'withheld') {
    if (salt === null && value === null) return null;
    throw new Flaw(`${about}: the value at ${pointer} is said to be ${state}, and is shown`);
  }
  if (state !== 'disclosed') throw new Flaw(`${about}: nobody knows what ${state} means at ${pointer}`);
  if (commit(entryId, pointer, Buffer.from(salt ?? '', 'base64url'), value) !== commitment)
    throw new Flaw(`${about}: the value at ${pointer} is not the one that was written`);
  return value;
}
