import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { growTree, storedTree } from '../../../src/audit/tree/stored-tree.js';
import { checkLog } from '../../../src/audit/verification/verification.js';
import type { Tx } from '../../../src/platform/database/database.js';
import { Textbook } from '../../kernel/merkle/rfc9162.js';
import { asOwner, freshHouse, TestTree } from './test-tree.js';

let house: Awaited<ReturnType<typeof freshHouse>>;
let tree: TestTree;
beforeEach(async () => {
  house = await freshHouse();
  tree = await TestTree.start(house.copy.url, house.folder);
});
afterEach(async () => {
  await tree.close();
  await house.clear();
});

async function leaves(): Promise<Buffer[]> {
  const rows = await tree.log.database.read<{ hash: Buffer }>(
    'SELECT p.leaf_hash AS hash FROM entry_positions p ORDER BY p.position',
  );
  return rows.map(({ hash }) => hash);
}

describe('the tree in its tiles', () => {
  it('has the root, and every proof, of RFC 9162 while it grows over full tiles', async () => {
    for (const more of [254, 1, 1, 300, 511, 1200]) {
      await tree.write(more);
      await tree.sign();
      const textbook = new Textbook(await leaves());
      const { size, root, origin } = await tree.last();
      expect(origin).toBe('complaints.example.org/v1/audit');
      expect(size).toBe(textbook.leaves.length);
      expect(root).toEqual(textbook.mth(0, size));
      const stored = storedTree((sql, params) => tree.log.database.read(sql, params));
      const indexes = [0, 1, 200, 255, 256, 700, size - 1].filter((index) => index < size);
      const proofs = await stored.inclusion(indexes, size);
      expect(proofs).toEqual(indexes.map((index) => textbook.path(index, 0, size)));
      for (const from of [1, 128, 255, 256, 555, 1000].filter((from) => from <= size))
        expect(await stored.consistency(from, size)).toEqual(textbook.proof(from, size));
    }
    expect(await tree.log.count('log_tiles')).toBe(Math.floor((await tree.last()).size / 256));
  });

  it('gets the tiles of a long log that had none, of all levels, in steps', async () => {
    await asOwner(
      house,
      `INSERT INTO entries (id, seq, format, type, at, actor_kind, subject_type, subject_id, request_id, bytes)
       SELECT gen_random_uuid(), n + 1000, 1, 'user.disabled', now(), 'system', 'user', gen_random_uuid(), 'x', 'x'
       FROM generate_series(1, 66000) n`,
      `INSERT INTO entry_positions (position, entry_id, leaf_hash)
       SELECT row_number() OVER (ORDER BY e.seq), e.id, sha256(e.id::text::bytea) FROM entries e WHERE e.seq > 1000`,
      'DELETE FROM unsealed_entries',
    );
    await tree.checkpoints.turn();
    const textbook = new Textbook(await leaves());
    expect((await tree.last()).root).toEqual(textbook.mth(0, 66_000));
    expect(await tree.log.count('log_tiles')).toBe(257 + 1);
    const stored = storedTree((sql, params) => tree.log.database.read(sql, params));
    expect(await stored.inclusion([65_535, 65_999], 66_000)).toEqual(
      [65_535, 65_999].map((index) => textbook.path(index, 0, 66_000)),
    );
  });
});

describe('a process that is killed', () => {
  const grow = async (end: (tx: Tx) => Promise<unknown>) =>
    tree.log.database.transaction(async (tx) => {
      const made = await growTree((sql, params) => tx.rows(sql, params));
      await end(tx);
      return made;
    });

  it('between tiles and checkpoint leaves no wrong tile, and no tile that is not committed', async () => {
    await tree.write(600);
    await tree.log.sealer.sealAll();
    const killed = grow((tx) => tx.rows('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(killed).rejects.toThrow();
    expect(await tree.log.count('log_tiles')).toBe(0);
    expect(await grow(() => Promise.resolve())).toBe(2);
    await tree.close();

    tree = await TestTree.start(house.copy.url, house.folder);
    await tree.write(300);
    await tree.sign();
    expect((await tree.last()).root).toEqual(new Textbook(await leaves()).mth(0, 901));
    expect(await checkLog(tree.log.database)).toEqual([]);
  });

  it('after it wrote the checkpoint outside, before the database has it, is no fork', async () => {
    await tree.write(5);
    await tree.sign();
    await asOwner(house, 'DELETE FROM log_checkpoints');
    await tree.close();
    tree = await TestTree.start(house.copy.url, house.folder);
    await tree.sign();
    expect(tree.conditions.list()).toEqual([]);
    expect((await tree.last()).size).toBe(6);
  });
});

describe('a checkpoint', () => {
  it('is made where something is new, and held outside before it is in the database', async () => {
    await tree.sign();
    await tree.sign();
    expect(await tree.log.count('log_checkpoints')).toBe(1);
    const note = await tree.log.value<string>('SELECT note AS value FROM log_checkpoints');
    const held = join(house.folder, 'checkpoints');
    expect((await readdir(held)).sort()).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d\.txt$/),
      'latest.txt',
    ]);
    expect(await readFile(join(held, 'latest.txt'), 'utf8')).toBe(note);
  });

  it('is neither changed nor taken away, nor is a tile or the name of the log', async () => {
    await tree.write(256);
    await tree.sign();
    for (const table of ['log_checkpoints', 'log_tiles', 'log_identity'])
      for (const change of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(tree.log.database.read(change)).rejects.toThrow(/permission denied|append-only/);
  });

  /** Breaks where the size is read after the tiles. */
  it('is made while entries are sealed, as many as a new tile needs', async () => {
    const { database } = tree.log;
    const transaction = database.transaction.bind(database);
    let first = true;
    database.transaction = async (work) => {
      const result = await transaction(work);
      if (first) {
        first = false;
        await tree.write(300);
        await tree.log.sealer.sealAll();
      }
      return result;
    };
    await tree.checkpoints.turn();
    await tree.checkpoints.turn();
    expect((await tree.last()).size).toBeGreaterThan(300);
  });

  it('is left to the process that is at it', async () => {
    await tree.log.sealer.sealAll();
    await tree.log.database.transaction(async (tx) => {
      await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('amends'), hashtext('checkpoints'))`);
      await tree.checkpoints.turn();
    });
    expect(await tree.log.count('log_checkpoints')).toBe(0);
  });
});
