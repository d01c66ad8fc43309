import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeldCheckpoint } from '../../../src/audit/tree/held-checkpoint.js';
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

/** As if a backup of that moment had been put back. */
function restoreTo(size: number): Promise<void> {
  return asOwner(
    house,
    `DELETE FROM log_checkpoints WHERE size > ${size}`,
    `DELETE FROM log_tiles WHERE (index + 1) * 256 ^ (level + 1) > ${size}`,
    `DELETE FROM entry_positions WHERE position > ${size}`,
  );
}

describe('a log that does not go on from what was signed', () => {
  const forked = () => tree.conditions.get('log_forked');

  it('is not signed after a restore, shorter or grown again, until the file is moved away', async () => {
    await tree.write(300);
    await tree.sign();
    await restoreTo(200);
    await tree.sign();
    expect(forked()).toContain('latest.txt: it has 200 positions, and 301 were signed');

    await tree.close();
    tree = await TestTree.start(house.copy.url, house.folder);
    await tree.write(150);
    await tree.sign();
    expect(forked()).toContain('its first 301 positions are not those that were signed');
    expect(await tree.log.count('log_checkpoints')).toBe(0);

    const held = join(house.folder, 'checkpoints');
    await rename(join(held, 'latest.txt'), join(held, 'before-the-restore.txt'));
    await tree.sign();
    expect(forked()).toBeUndefined();
    expect((await tree.last()).size).toBe(350);
  });

  it('is not signed where an entry behind a checkpoint of the database was changed', async () => {
    await tree.write(20);
    await tree.sign();
    await asOwner(house, `UPDATE entry_positions SET leaf_hash = sha256('x') WHERE position = 7`);
    await tree.write(1);
    await tree.sign();
    expect(forked()).toContain('checkpoint in the database: its first 21 positions');
    expect(await tree.log.count('log_checkpoints')).toBe(1);
  });

  it('is not signed while nobody can say what the file outside says', async () => {
    await tree.sign();
    await writeFile(join(house.folder, 'checkpoints', 'latest.txt'), 'nothing');
    await tree.write(1);
    await tree.log.sealer.sealAll();
    await expect(tree.checkpoints.turn()).rejects.toThrow('no signed note');
    expect(await tree.log.count('log_checkpoints')).toBe(1);
    expect(tree.conditions.get('log_unsigned')).toContain('cannot be signed');
    await rm(join(house.folder, 'checkpoints', 'latest.txt'));
    await tree.sign();
    expect(tree.conditions.list()).toEqual([]);
  });

  it('is held against a file that came by mail, with the ends of lines that it has there', async () => {
    await tree.sign();
    const held = join(house.folder, 'checkpoints', 'latest.txt');
    const note = await readFile(held, 'utf8');
    await writeFile(held, `\uFEFF\r\n${note.trim().replaceAll('\n', '\r\n')}`);
    expect((await readHeldCheckpoint(held)).note).toBe(note);
  });
});
