import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceValue } from '../../../src/audit/proofs/evidence.reads.js';
import { checkBundle } from '../../../src/commands/verify/bundle-check.js';
import { readBundle } from '../../../src/commands/verify/bundle-files.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { useTestApp } from '../../support/app.js';
import { erase, evidenceOf, type Files, linesOf, packed, textOf, unpacked } from './bundle.js';

const app = useTestApp();
let id: string;
let files: Files;
let folder: string;

beforeAll(async () => {
  id = (await app.make.complaint('resolved')).id;
  await app
    .as('anna')
    .post(`/v1/complaints/${id}/messages`, { audience: 'internal', body: 'The leg was glued.' });
  const response = await evidenceOf(app, 'sam', id);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[0-9A-Z-]+-evidence\.zip";/,
  );
  files = await unpacked(response);
  folder = await mkdtemp(join(tmpdir(), 'amends-evidence-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
});
afterAll(() => rm(folder, { recursive: true }));

interface Shown {
  id: string;
  position: number;
  type: string;
  data: Record<string, unknown>;
}
const shown = () => linesOf<Shown>(files, 'entries.ndjson');

describe('the evidence of a complaint', () => {
  it('holds every entry that it had, with its bytes and its proof, and the complaint as it is shown', async () => {
    const entries = await app.database.read<{ id: string; bytes: Buffer; position: number; type: string }>(
      `SELECT e.id, e.bytes, p.position, e.type FROM entries e JOIN entry_positions p ON p.entry_id = e.id
       WHERE e.complaint_id = $1 AND e.type <> 'evidence.exported' ORDER BY e.seq`,
      [id],
    );
    expect(shown().map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id));
    for (const { position, bytes } of entries)
      expect(Buffer.from(files[`entries/${position}.json`] ?? [])).toEqual(bytes);
    const complaint = await app.as('sam').get(`/v1/complaints/${id}`);
    expect(JSON.parse(textOf(files, 'complaint.json'))).toEqual(complaint.body);
    expect(shown().find(({ type }) => type === 'message.noted')?.data.body).toBe('The leg was glued.');
  });

  it('is checked by the small program, with the key of somebody else too', () => {
    const zip = packed(files);
    const lines = checkBundle(readBundle(zip), null);
    expect(lines.join('\n')).toContain('The key came with the bundle');
    expect(lines.join('\n')).toMatch(/The versions 1 to \d+ of the complaint each have an entry here/);
    for (const key of ['keys.txt', 'by-hand/public-key.pem'])
      expect(checkBundle(readBundle(zip), textOf(files, key)).join('\n')).toContain(
        'bytes, hashes and proofs hold',
      );
  });

  it('is checked by openssl and a shell, as its page says', async () => {
    const page = textOf(files, 'README.html');
    expect(page).not.toMatch(/<script|src=|href=/);
    const commands = (name: string) =>
      (new RegExp(`<pre id="${name}">([^]*?)</pre>`).exec(page)?.[1] ?? 'false')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    const sh = (script: string) => promisify(execFile)('sh', ['-ec', script], { cwd: folder });
    expect((await sh(commands('signature-commands'))).stdout).toContain('Signature Verified Successfully');
    for (const { position } of [shown().at(0), shown().at(-1)] as [Shown, Shown]) {
      const script = commands('inclusion-commands').replace('position=1 ', `position=${position} `);
      const [climbed, signed] = (await sh(script)).stdout.trim().split('\n');
      expect(climbed).toBe(signed);
    }
  });

  it('is on record, in the timeline too, and changes nothing', async () => {
    const { body } = await app.as('otto').get<{ items: Shown[] }>(`/v1/complaints/${id}/timeline?limit=100`);
    const taken = body.items.filter(({ type }) => type === 'evidence.exported');
    expect(taken[0]).toMatchObject({ actor: { name: 'Sam Supervisor' }, data: { entries: shown().length } });
    const complaint = JSON.parse(textOf(files, 'complaint.json')) as { version: number };
    expect((await app.as('sam').get(`/v1/complaints/${id}`)).body).toMatchObject({
      version: complaint.version,
    });
  });

  it('is not for agents, nor for complainants, and there is none of what is not there', async () => {
    expect((await app.as('anna').get(`/v1/complaints/${id}/evidence`)).status).toBe(403);
    expect((await app.anonymous.get(`/v1/complaints/${id}/evidence`)).status).toBe(401);
    expect((await app.as('sam').get(`/v1/complaints/${newId()}/evidence`)).status).toBe(404);
    expect((await app.as('otto').get(`/v1/complaints/${id}/evidence`)).status).toBe(200);
  });

  it('says what was erased, and leaves notes out for whom they are about', async () => {
    const about = await app.make.complaint('acknowledged');
    await app
      .as('anna')
      .post(`/v1/complaints/${about.id}/messages`, { audience: 'internal', body: 'Ask Sue.' });
    const link = { type: 'related', complaintId: id, note: 'Sue had both.' };
    expect((await app.as('sam').post(`/v1/complaints/${about.id}/links`, link)).status).toBe(201);
    const { version } = (await app.as('sam').get<{ version: number }>(`/v1/complaints/${about.id}`)).body;
    const complainedAboutUserIds = [await app.idOf('sue')];
    const changed = await app
      .as('sam')
      .patch(`/v1/complaints/${about.id}`, version, { complainedAboutUserIds });
    expect(changed.status).toBe(200);
    await erase(app, about.id, 'Ask Sue.');
    const forSam = await unpacked(await evidenceOf(app, 'sam', about.id));
    expect(linesOf<EvidenceValue>(forSam, 'values.ndjson').filter(({ state }) => state === 'erased')).toEqual(
      [expect.objectContaining({ pointer: '/data/body', salt: null, value: null })],
    );
    expect(checkBundle(readBundle(packed(forSam)), null).join()).toContain('1 are said to be erased');
    const forSue = await unpacked(await evidenceOf(app, 'sue', about.id));
    expect(textOf(forSue, 'entries.ndjson')).not.toContain('Ask Sue.');
    expect(textOf(forSam, 'entries.ndjson')).toContain('Sue had both.');
    expect(Object.keys(forSue).filter((name) => textOf(forSue, name).includes('Sue had both.'))).toEqual([]);
    const withheld = linesOf<EvidenceValue>(forSue, 'values.ndjson').filter(
      ({ state }) => state === 'withheld',
    );
    expect(withheld).toEqual([expect.objectContaining({ pointer: '/data/note', salt: null, value: null })]);
    expect(JSON.parse(textOf(forSue, 'bundle.json'))).toMatchObject({ omitted: 1 });
    expect(checkBundle(readBundle(packed(forSue)), null).join()).toContain('were left out: 1.');
  });
});
