import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readHeldCheckpoint } from '../../../src/audit/tree/held-checkpoint.js';
import { type Finding, verifyLog } from '../../../src/audit/verification/verification.js';
import { checkpointText } from '../../../src/kernel/proofs/checkpoint.js';
import { noteKeyText, signNote } from '../../../src/kernel/proofs/signed-note.js';
import { copyOf } from '../../support/template-database.js';
import { freshHouse, TestTree } from '../tree/test-tree.js';

let house: Awaited<ReturnType<typeof freshHouse>>;
let held: string;

/** 700 entries, with checkpoints at 1, 301, 601 and 701, which is held outside too. */
beforeAll(async () => {
  house = await freshHouse();
  const tree = await TestTree.start(house.copy.url, house.folder);
  for (const more of [0, 300, 300, 100]) {
    await tree.write(more);
    await tree.sign();
  }
  await tree.close();
  held = join(house.folder, 'checkpoints', 'latest.txt');
});
afterAll(() => house.clear());

let copy: Awaited<ReturnType<typeof copyOf>>;
let tree: TestTree;
beforeEach(async () => {
  copy = await copyOf(house.copy);
  tree = await TestTree.start(copy.url, house.folder, null);
});
afterEach(async () => {
  await tree.close();
  await copy.drop();
});

/** What somebody with full power over the database does, and what the check then says. */
async function found(...statements: string[]): Promise<Finding[]> {
  for (const table of ['entries', 'entry_positions', 'entry_values', 'log_tiles', 'log_checkpoints'])
    await tree.log.database.read(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
  for (const statement of statements) await tree.log.database.read(statement);
  return (await verifyLog(tree.log.database, { held: await readHeldCheckpoint(held) })).findings;
}

const said = (findings: Finding[]) => findings.map(({ code, position }) => `${code} ${position ?? '-'}`);

const id = (position: number) => `(SELECT p.entry_id FROM entry_positions p WHERE p.position = ${position})`;
const change = (position: number) => `UPDATE entries e SET request_id = 'another',
  bytes = convert_to(jsonb_set(convert_from(e.bytes, 'UTF8')::jsonb, '{requestId}', '"another"')::text, 'UTF8')
  WHERE e.id = ${id(position)}`;
/** As the canonical form has it: jsonb writes spaces, and its keys in another order. */
const canonical = `CREATE FUNCTION canonical(j jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT CASE jsonb_typeof(j) WHEN 'object' THEN
    '{' || coalesce((SELECT string_agg(to_jsonb(k)::text || ':' || canonical(v), ',' ORDER BY k COLLATE "C")
                     FROM jsonb_each(j) AS m (k, v)), '') || '}'
    ELSE j::text END $$`;
const skilful = (position: number) =>
  change(position)
    .replace('jsonb_set(', 'canonical(jsonb_set(')
    .replace(`'"another"')::text`, `'"another"'))`);
const canonicalWith = (path: string, value: string, position: number) => `UPDATE entries e SET
  bytes = convert_to(canonical(jsonb_set(convert_from(e.bytes, 'UTF8')::jsonb, '${path}', '${value}')), 'UTF8')
  WHERE e.id = ${id(position)}`;
const RESEAL = `UPDATE entry_positions p SET leaf_hash = sha256('\\x00'::bytea || e.bytes) FROM entries e
  WHERE e.id = p.entry_id`;

describe('a log that nobody touched', () => {
  it('is in order, all of it', async () => {
    const verdict = await verifyLog(tree.log.database, { held: await readHeldCheckpoint(held) });
    expect(verdict).toEqual({ entries: 701, findings: [] });
  });

  it('is in order while it grows beyond what is held', async () => {
    await tree.write(10);
    await tree.log.sealer.sealAll();
    await tree.write(3);
    expect(await found()).toEqual([]);
  });
});

describe('each kind of damage is found, and the first bad position is named', () => {
  it('a changed byte', async () => {
    expect(
      said(await found(`UPDATE entries e SET bytes = set_byte(e.bytes, 9, 65) WHERE e.id = ${id(400)}`)),
    ).toContain('bytes_changed 400');
  });

  it('what cannot be read any more, and the check goes on to the end', async () => {
    const noActor = canonicalWith('{actor}', 'null', 403);
    const findings = said(
      await found(
        canonical,
        `UPDATE entries e SET bytes = 'nothing' WHERE e.id = ${id(1)}`,
        `UPDATE entries e SET bytes = '{', type = 'values.erased' WHERE e.id = ${id(401)}`,
        `UPDATE entries e SET at = 'infinity' WHERE e.id = ${id(402)}`,
        noActor,
      ),
    );
    for (const position of [1, 401, 402, 403]) expect(findings).toContain(`bytes_changed ${position}`);
  });

  it('an entry that was changed together with its hash', async () => {
    const findings = said(await found(canonical, skilful(400), RESEAL));
    expect(findings).toEqual(['tree_changed 302', 'tile_changed 400']);
  });

  it('an entry that was changed together with its hash and its tile', async () => {
    const noTile = 'DELETE FROM log_tiles WHERE index = 1';
    const findings = await found(canonical, skilful(400), RESEAL, noTile);
    expect(said(findings)).toEqual(['tile_changed 257', 'tree_changed 302']);
    expect(findings[1]?.detail).toBe('of the positions 302 to 601 at least one is not what was signed');
  });

  it('a missing row', async () => {
    const findings = said(await found(`DELETE FROM entries WHERE id = ${id(400)}`));
    expect(findings[0]).toBe('entry_missing 400');
  });

  it('a row that is missing with everything that names it', async () => {
    const gone = `CREATE TABLE gone AS SELECT ${id(400)} AS id`;
    const taken = ['entry_values WHERE entry_id', 'entry_positions WHERE entry_id', 'entries WHERE id'].map(
      (where) => `DELETE FROM ${where} IN (SELECT id FROM gone)`,
    );
    expect(said(await found(gone, ...taken))[0]).toBe('position_missing 400');
    const close = [
      'UPDATE entry_positions SET position = -position WHERE position > 400',
      'UPDATE entry_positions SET position = -position - 1 WHERE position < 0',
    ];
    await tree.log.database.read('ALTER TABLE entry_positions DROP CONSTRAINT entry_positions_from_one');
    expect(said(await found(...close))).toEqual(['tree_changed 302', 'tile_changed 400', 'tail_cut 701']);
  });

  it('a cut tail, by the checkpoint outside alone', async () => {
    const cut = [
      'DELETE FROM log_checkpoints WHERE size > 650',
      'CREATE TABLE gone AS SELECT entry_id AS id FROM entry_positions WHERE position > 650',
      'DELETE FROM entry_positions WHERE position > 650',
      'DELETE FROM entry_values WHERE entry_id IN (SELECT id FROM gone)',
      'DELETE FROM entries WHERE id IN (SELECT id FROM gone)',
    ];
    expect(said(await found(...cut))).toEqual(['tail_cut 651']);
    expect((await verifyLog(tree.log.database)).findings).toEqual([]);
  });

  it('entries that changed places', async () => {
    const swap = [
      'UPDATE entry_positions SET position = position + 10000 WHERE position IN (400, 401)',
      'UPDATE entry_positions SET position = CASE position WHEN 10400 THEN 401 ELSE 400 END WHERE position > 10000',
    ];
    expect(said(await found(...swap))).toEqual(['tree_changed 302', 'tile_changed 400']);
  });

  it('a log that went another way after a restore', async () => {
    await found(
      'DELETE FROM log_checkpoints WHERE size > 601',
      'CREATE TABLE gone AS SELECT entry_id AS id FROM entry_positions WHERE position > 650',
      'DELETE FROM entry_positions WHERE position > 650',
      'DELETE FROM entry_values WHERE entry_id IN (SELECT id FROM gone)',
      'DELETE FROM entries WHERE id IN (SELECT id FROM gone)',
    );
    await tree.write(100);
    await tree.log.sealer.sealAll();
    expect(said(await found())).toEqual(['log_forked 602']);
  });

  it('a checkpoint whose row, text or signature was changed', async () => {
    expect(said(await found(`UPDATE log_checkpoints SET root = sha256('x') WHERE size = 301`))).toEqual([
      'tree_changed 2',
      'signature_wrong 301',
    ]);
  });

  it('a checkpoint that somebody else signed', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { origin, size, root } = await tree.last();
    const note = signNote(checkpointText({ origin, size, root }), [{ name: origin, privateKey }]);
    const folder = await mkdtemp(join(tmpdir(), 'amends-held-'));
    const file = join(folder, 'held.txt');
    await writeFile(file, note);
    const other = await readHeldCheckpoint(file);
    await rm(folder, { recursive: true });
    expect(said((await verifyLog(tree.log.database, { held: other })).findings)).toEqual([
      'signature_wrong 701',
    ]);
    const key = noteKeyText(origin, publicKey);
    expect((await verifyLog(tree.log.database, { held: other, key })).findings).toEqual([]);
    const ours = await readHeldCheckpoint(held);
    expect(said((await verifyLog(tree.log.database, { held: ours, key })).findings)).toEqual([
      'signature_wrong 701',
    ]);
    expect(await readFile(held, 'utf8')).toBe(ours.note);
  });
});
