import { mkdir, writeFile, utimes } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentsService } from '../../../src/complaints/attachments/attachments.service.js';
import { systemCall } from '../../../src/kernel/call.js';
import { Config } from '../../../src/platform/config.js';
import { expectStatus } from '../../support/api.js';
import { TestApp } from '../../support/app.js';
import type { List } from '../../support/resources.js';
import { entryTypes, timeline } from '../steps.js';
import { type Attachment, Attachments } from './attachments.js';

/** What every scanner knows and nobody is harmed by: the test file of EICAR, here in two halves. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** A scanner that knows one threat, and speaks as clamd does. */
function fakeClamd(): Server {
  return createServer((socket: Socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk]);
      const bytes = bytesOf(heard);
      if (bytes) socket.end(`stream: ${bytes.includes('EICAR') ? 'Eicar-Signature FOUND' : 'OK'}\0`);
    });
  });
}

/** The bytes of an INSTREAM that is complete, else null. */
function bytesOf(heard: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (heard.subarray(0, command.length).toString() !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

let clamd: Server;
let app: TestApp;
let its: Attachments;

beforeAll(async () => {
  clamd = fakeClamd();
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  const { port } = clamd.address() as { port: number };
  app = new TestApp({ env: { CLAMD_URL: `tcp://127.0.0.1:${port}` } });
  its = new Attachments(app);
  await app.start();
});

afterAll(async () => {
  await app.close();
  clamd.close();
});

describe('a file in which malware was found', () => {
  it('is kept and given to nobody, and supervisors see it', async () => {
    const made = await app.make.complaint();
    const sick = await its.made(made, { content: EICAR, name: 'bill.pdf' });
    const well = await its.made(made, { content: 'A letter.' });
    await app.settle();
    expect(await its.read(made, well)).toMatchObject({ scan: 'clean', threat: null });
    const found = await its.read(made, sick);
    expect(found).toMatchObject({ scan: 'infected', threat: 'Eicar-Signature', contentUrl: null });
    for (const refused of [await its.content(made, sick), await its.linked(sick)])
      expect([refused.status, refused.body.code]).toEqual([409, 'infected']);
    expect((await its.linked(well)).status).toBe(200);
    expect((await its.stored()).filter((name) => name.startsWith(found.sha256))).toHaveLength(1);
    const scans = (await timeline(app, made)).filter(({ type }) => type === 'attachment.scanned');
    expect(scans.map(({ data, actor }) => [data.scan, actor.name]).sort()).toEqual([
      ['clean', 'scan-attachment'],
      ['infected', 'scan-attachment'],
    ]);
    const quarantine = await app.as('sam').get<List<Attachment>>('/v1/quarantine');
    expect(expectStatus(200, quarantine).items.map(({ id }) => id)).toEqual([sick.id]);
    expect((await app.as('anna').get('/v1/quarantine')).status).toBe(403);
  });
});

describe('a file that is removed', () => {
  it('is gone with all that tells of a person, and another that holds the same is not', async () => {
    const made = await app.make.complaint();
    const same = { content: 'The same words.', name: 'mine.txt' };
    const [one, other] = [await its.made(made, same, { description: 'Mine.' }), await its.made(made, same)];
    await app.settle();
    const service = app.get(AttachmentsService);
    await service.remove(systemCall('test'), made.id, one.id, 'request');
    await service.remove(systemCall('test'), made.id, one.id, 'request');
    const left = await its.read(made, one);
    expect(left).toMatchObject({
      ...{
        name: null,
        description: null,
        declaredType: null,
        contentUrl: null,
        addedBy: { name: 'Anna Agent' },
      },
      ...{ sha256: one.sha256, size: one.size, type: one.type },
    });
    expect(left.removedAt).not.toBeNull();
    expect((await its.content(made, one)).status).toBe(404);
    expect((await its.linked(one)).status).toBe(404);
    expect((await its.content(made, other)).body).toBe('The same words.');
    expect((await its.stored()).filter((key) => key.startsWith(one.sha256))).toHaveLength(1);
    const types = await entryTypes(app, made);
    expect(types.filter((type) => type === 'attachment.removed')).toHaveLength(1);
  });
});

describe('a file that another part of the program brings', () => {
  it('is attached as one that was sent', async () => {
    const made = await app.make.complaint();
    const { id: messageId } = await app.make.message(made, { audience: 'internal' });
    await app.get(AttachmentsService).add(systemCall('mail'), made.id, {
      stream: Readable.from([Buffer.from('in a '), Buffer.from('mail')]),
      ...{ name: '../cat.gif', declaredType: 'image/gif; name=cat', messageId, from: 'customer' },
    });
    const [attached] = await its.list(made);
    expect(attached).toMatchObject({
      name: 'cat.gif',
      declaredType: 'image/gif',
      from: 'customer',
      messageId,
    });
    expect((await its.content(made, attached ?? { id: '' })).body).toBe('in a mail');
  });
});

describe('the sweep', () => {
  it('removes after a day what belongs to no attachment, and nothing else', async () => {
    const made = await app.make.complaint();
    const attached = await its.made(made, { content: 'It stays.' });
    const folder = join(app.get(Config).dataDir, 'attachments');
    const orphan = `${'ab'.repeat(32)}-019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071`;
    await mkdir(join(folder, 'kept', 'ab'), { recursive: true });
    await writeFile(join(folder, 'kept', 'ab', orphan), 'left by a crash');
    await writeFile(join(folder, 'arriving', 'half'), 'left by a crash');
    const service = app.get(AttachmentsService);
    expect(await service.sweep()).toBe(0);
    const yesterday = new Date(app.now().getTime() - 25 * 3_600_000);
    for (const path of [join('kept', 'ab', orphan), join('arriving', 'half')])
      await utimes(join(folder, path), yesterday, yesterday);
    expect(await service.sweep()).toBe(1);
    expect(await its.stored()).not.toContain('half');
    app.advance({ days: 2 });
    expect(await service.sweep()).toBe(0);
    expect((await its.content(made, attached)).body).toBe('It stays.');
  });
});
