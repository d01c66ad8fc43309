import { describe, expect, it } from '@jest/globals';
import { leafHash } from '../../../src/kernel/merkle/hashes.js';
import { isConsistent, rootByInclusion } from '../../../src/kernel/merkle/verify.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { type Checkpoint, parseCheckpoint } from '../../../src/kernel/proofs/checkpoint.js';
import { openNote, parseNoteKey } from '../../../src/kernel/proofs/signed-note.js';
import { parseTlogProof } from '../../../src/kernel/proofs/tlog-proof.js';
import { ProofReads } from '../../../src/audit/proofs/proof.reads.js';
import { Checkpoints } from '../../../src/audit/tree/checkpoints.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';

const app = useTestApp();

interface Proof {
  position: number;
  index: number;
  leafHash: string;
  path: string[];
  size: number;
  checkpoint: string;
}

async function opened(note: string): Promise<Checkpoint> {
  const keys = await app.get(ProofReads).keys();
  return parseCheckpoint(openNote(note, keys.map(parseNoteKey)).text);
}

const bytes = (hash: string) => Buffer.from(hash, 'base64');

async function entryOf(complaintId: string): Promise<{ id: string; bytes: Buffer }> {
  const [entry] = await app.database.read<{ id: string; bytes: Buffer }>(
    'SELECT e.id, e.bytes FROM entries e WHERE e.complaint_id = $1 ORDER BY e.seq DESC LIMIT 1',
    [complaintId],
  );
  if (!entry) throw new Error('no entry');
  return entry;
}

describe('a proof', () => {
  it('leads from the bytes of an entry that was just written to the signed root, also as a file', async () => {
    const { id } = await app.make.complaint('acknowledged');
    const entry = await entryOf(id);
    const proof = expectStatus(200, await app.as('anna').get<Proof>(`/v1/audit/entries/${entry.id}/proof`));
    const signed = await opened(proof.checkpoint);
    expect(proof).toMatchObject({ entryId: entry.id, size: signed.size, index: proof.position - 1 });
    expect(bytes(proof.leafHash)).toEqual(leafHash(entry.bytes));
    const root = rootByInclusion(proof.index, signed.size, leafHash(entry.bytes), proof.path.map(bytes));
    expect(root).toEqual(signed.root);

    const file = await app.as('anna').get<string>(`/v1/audit/entries/${entry.id}/tlog-proof`);
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain(
      `attachment; filename="${entry.id}.tlog-proof"`,
    );
    const { index, path, checkpoint } = parseTlogProof(expectStatus(200, file));
    const [now, hash] = [await opened(checkpoint), leafHash(entry.bytes)];
    expect(rootByInclusion(index, now.size, hash, path)).toEqual(now.root);
  });

  it('shows that the log only grew between two checkpoints', async () => {
    const latest = async () =>
      opened(expectStatus(200, await app.as('otto').get<string>('/v1/audit/checkpoints/latest')));
    await app.make.complaint();
    await app.settle();
    await app.get(Checkpoints).turn();
    const older = await latest();
    await app.make.complaint();
    await app.settle();
    await app.get(Checkpoints).turn();
    const newer = await latest();
    expect(newer.size).toBeGreaterThan(older.size);
    const query = `from=${older.size}&to=${newer.size}`;
    const answer = await app.as('otto').get<{ path: string[] }>(`/v1/audit/consistency?${query}`);
    expect(isConsistent(older, newer, expectStatus(200, answer).path.map(bytes))).toBe(true);
    const same = await app.as('otto').get<{ path: string[] }>(`/v1/audit/consistency?from=2&to=2`);
    expect(expectStatus(200, same).path).toEqual([]);
  });

  it('is refused for what is not there, backwards, or beyond what is signed', async () => {
    for (const id of [newId(), 'nothing'])
      for (const form of ['proof', 'tlog-proof'])
        expect((await app.as('anna').get(`/v1/audit/entries/${id}/${form}`)).status).toBe(404);
    const refused = async (query: string) =>
      (await app.as('otto').get<{ errors: object[] }>(`/v1/audit/consistency${query}`)).body.errors;
    expect(await refused('?from=3&to=2')).toMatchObject([{ parameter: 'from', code: 'max' }]);
    expect(await refused('?from=1&to=900000000')).toMatchObject([{ parameter: 'to', code: 'max' }]);
    expect(await refused('?from=0')).toMatchObject([
      { parameter: 'from', code: 'min' },
      { parameter: 'to', code: 'required' },
    ]);
  });

  it('is for those who work here only', async () => {
    const { trackingToken } = await app.make.complaint();
    for (const path of ['checkpoints/latest', 'consistency?from=1&to=1', `entries/${newId()}/proof`]) {
      expect((await app.anonymous.get(`/v1/audit/${path}`)).status).toBe(401);
      expect((await app.withToken(trackingToken).get(`/v1/audit/${path}`)).status).toBe(401);
    }
  });

  it('waits for the signature, and says so where it does not come', async () => {
    const entry = await entryOf((await app.make.complaint()).id);
    const proof = await app.database.transaction(async (tx) => {
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('amends'), hashtext('checkpoints'))`);
      return app.as('anna').get<{ code: string }>(`/v1/audit/entries/${entry.id}/proof`);
    });
    expect(proof.body.code).toBe('proof_pending');
  });
});
