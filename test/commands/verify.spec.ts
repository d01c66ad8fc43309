import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkBundle } from '../../src/commands/verify/bundle-check.js';
import { readBundle } from '../../src/commands/verify/bundle-files.js';
import { newId } from '../../src/kernel/identifiers.js';
import { noteKeyText, parseNote, signNote } from '../../src/kernel/proofs/signed-note.js';
import { evidenceOf, type Files, linesOf, packed, textOf, unpacked } from '../complaints/evidence/bundle.js';
import { useTestApp } from '../support/app.js';
import { Program } from '../support/program.js';

const app = useTestApp();
let id: string;
let files: Files;
let folder: string;

beforeAll(async () => {
  id = (await app.make.complaint('resolved')).id;
  files = await unpacked(await evidenceOf(app, 'sam', id));
  folder = await mkdtemp(join(tmpdir(), 'amends-verify-'));
  await writeFile(join(folder, 'bundle.zip'), packed(files));
  await writeFile(join(folder, 'keys.txt'), textOf(files, 'keys.txt'));
});
afterAll(async () => {
  await Program.killAll();
  await rm(folder, { recursive: true });
});

interface Shown {
  id: string;
  position: number;
  type: string;
}
const shown = () => linesOf<Shown>(files, 'entries.ndjson');

describe('evidence that somebody changed', () => {
  const wrong = (changes: Record<string, string | null>) => {
    const replaced = Object.entries({ ...files, ...changes }).filter(([, content]) => content !== null);
    const changed = Object.fromEntries(
      replaced.map(([name, content]) => [name, Buffer.from(content as string | Uint8Array)]),
    );
    try {
      return checkBundle(readBundle(packed(changed)), textOf(files, 'keys.txt')).join('\n');
    } catch (error) {
      return (error as Error).message;
    }
  };
  const first = () => shown().at(0)?.position ?? 0;

  it('is found out, and the first thing that does not hold is named', () => {
    const bytes = `entries/${first()}.json`;
    const proof = `entries/${first()}.tlog-proof`;
    const swap = (name: string, from: string | RegExp, to: string) =>
      wrong({ [name]: textOf(files, name).replace(from, to) });
    expect(swap(bytes, /"at":"2/, '"at":"1')).toBe(
      `the proof of the entry at ${first()} does not lead to the signed root`,
    );
    expect(swap(bytes, '{', '{ ')).toBe(`the entry at ${first()}: the bytes are no canonical JSON`);
    expect(wrong({ [bytes]: null })).toBe(`${bytes} is missing`);
    expect(swap(proof, /index \d+/, 'index 1')).toBe(
      `the proof of the entry at ${first()} is about another place`,
    );
    expect(swap('values.ndjson', 'broken leg', 'whole leg')).toMatch(
      /the value at \/data\/\w+ is not the one that was written$/,
    );
    expect(swap('values.ndjson', /^.*\n/, '')).toMatch(/nothing is said of the value at/);
    expect(swap('entries.ndjson', 'broken leg', 'whole leg')).toContain('is shown otherwise');
    expect(swap('checkpoint.txt', /\n\d+\n/, '\n9\n')).toMatch(
      /^checkpoint.txt: the signature of .* is wrong$/,
    );
    expect(swap('bundle.json', id, newId())).toBe(`the entry at ${first()} belongs to another complaint`);
    expect(wrong({ 'entries.ndjson': '' })).toMatch(/^entries\/\d+\.json is in the archive, and no entry/);
    expect(wrong({})).toContain('proofs hold');
  });

  it('is found out where it says two things, or more than its entries do', () => {
    const swap = (name: string, from: string | RegExp, to: string) =>
      wrong({ [name]: textOf(files, name).replace(from, to) });
    const [value = ''] = textOf(files, 'values.ndjson').split('\n');
    const lie = value.replace(/"value":.*/, '"value":"a lie"}');
    const erased = lie.replace(/"state":"disclosed","salt":"[^"]*"/, '"state":"erased","salt":null');
    expect(swap('values.ndjson', value, `${lie}\n${value}`)).toMatch(/two values are shown for one place$/);
    expect(swap('values.ndjson', value, erased)).toMatch(/is said to be erased, and is shown$/);
    expect(swap('entries.ndjson', '{', '{"type":"complaint.declined",')).toBe(
      'entries.ndjson, line 1 is not written as the service writes it',
    );
    expect(swap('entries.ndjson', /"position":(\d+)/, '"position":"$1"')).toBe('an entry has no position');
    expect(swap('bundle.json', /"reference": "[^"]+/, '"reference": "X')).toBe(
      'bundle.json names another complaint than its first entry',
    );
    expect(swap('bundle.json', /"size": /, '"size": 1')).toBe(
      'bundle.json says otherwise of the log than checkpoint.txt',
    );
    expect(wrong({ 'entries/999999.json': '{}' })).toBe(
      'entries/999999.json is in the archive, and no entry in entries.ndjson has it',
    );
  });

  it('is found out where programs would unpack it in several ways, or without end', () => {
    const twice = Buffer.from(packed({ ...files, 'keyz.txt': Buffer.from('another') }));
    for (let at = twice.indexOf('keyz.txt'); at >= 0; at = twice.indexOf('keyz.txt'))
      twice.write('keys.txt', at);
    expect(() => readBundle(twice)).toThrow('keys.txt is in the archive twice');
    const bomb = Buffer.from(packed(files));
    const size = 24;
    bomb.writeUInt32LE(0xfffffff0, bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + size);
    expect(() => readBundle(bomb)).toThrow('too large');
  });

  it('shows by its versions what was left out, but not at its end, and says so', () => {
    const without = (one: Shown | undefined) => {
      if (!one) throw new Error('no entry');
      const lines = (name: string, key: string) =>
        textOf(files, name)
          .split('\n')
          .filter((line) => !line.includes(`"${key}":"${one.id}"`))
          .join('\n');
      const gone = { [`entries/${one.position}.json`]: null, [`entries/${one.position}.tlog-proof`]: null };
      const left = {
        'entries.ndjson': lines('entries.ndjson', 'id'),
        'values.ndjson': lines('values.ndjson', 'entryId'),
      };
      return wrong({ ...gone, ...left });
    };
    const acknowledged = shown().filter(({ type }) => type === 'complaint.acknowledged');
    expect(without(acknowledged[0])).toContain('proofs hold');
    expect(without(shown().at(-1))).toContain('whether other entries are missing, above all the last ones');
    expect(without(shown().find(({ type }) => type === 'complaint.received'))).toBe(
      'the entry that the complaint begins with is not in it',
    );
  });

  it('is found out where it was signed anew, by whoever has the key from elsewhere', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const note = textOf(files, 'checkpoint.txt');
    const { text, signatures } = parseNote(note);
    const name = signatures[0]?.name ?? '';
    const forged = signNote(text, [{ name, privateKey }]);
    const proofs = Object.keys(files)
      .filter((file) => file.endsWith('.tlog-proof'))
      .map((file) => [file, Buffer.from(textOf(files, file).replace(note, forged))] as const);
    const changed = {
      ...files,
      ...Object.fromEntries(proofs),
      'checkpoint.txt': Buffer.from(forged),
      'keys.txt': Buffer.from(`${noteKeyText(name, publicKey)}\n`),
    };
    const bundle = readBundle(packed(changed));
    expect(checkBundle(bundle, null).join()).toContain('The key came with the bundle');
    expect(() => checkBundle(bundle, textOf(files, 'keys.txt'))).toThrow('no known key signed it');
    expect(() => checkBundle(bundle, '')).toThrow('there is no key');
  });

  it('ends the command with exit code 1, what is no bundle likewise, and no file with 2', async () => {
    const run = async (...args: string[]) => {
      const program = new Program({}, ['node', 'dist/commands/verify.js', ...args]);
      return { code: await program.end(), said: program.output };
    };
    const zip = join(folder, 'bundle.zip');
    const good = await run(zip, '--key', join(folder, 'keys.txt'));
    expect(good.said).toMatch(/Everything holds\.\n$/);
    expect(good.code).toBe(0);
    expect((await run(zip)).said).toMatch(/Everything holds, if the key is the right one\.\n$/);
    const name = 'x\u001b[2K\nEverything holds.';
    await writeFile(join(folder, 'loud.zip'), packed({ ...files, [name]: Buffer.alloc(0) }));
    const loud = await run(join(folder, 'loud.zip'));
    expect(loud.said).toMatch(/^Wrong: x\uFFFD\[2K\uFFFDEverything holds\. is in the archive/);
    expect(loud.code).toBe(1);
    await writeFile(join(folder, 'torn.zip'), packed(files).slice(0, 500));
    expect(await run(join(folder, 'torn.zip'))).toMatchObject({ code: 1 });
    expect(await run(join(folder, 'nowhere.zip'))).toMatchObject({ code: 2 });
    expect(await run()).toMatchObject({ code: 2 });
  });
});
