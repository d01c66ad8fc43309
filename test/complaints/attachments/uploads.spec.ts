import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { FORM_HEADERS, formBody } from '../../support/form.js';
import { race } from '../../support/race.js';
import { unmet } from '../steps.js';
import { Attachments } from './attachments.js';
import { hangUp, stream } from './sending.js';

const app = useTestApp();
const its = new Attachments(app);

const MB = 1_000_000;

describe('a file that is sent', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\marta\\leg.jpg', 'leg.jpg'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['...', 'file'],
    ['.htaccess', 'htaccess'],
    ['a<b>:"c|d?*.txt'.replace('"', '%22'), 'a_b__%22c_d__.txt'],
    ['új\u0000kép.png', /^(újkép\.png|file)$/],
  ])('has a name without what could harm: %j', async (name, clean) => {
    const made = await app.make.complaint();
    const attached = await its.made(made, { content: 'x', name });
    if (typeof clean === 'string') expect(attached.name).toBe(clean);
    else expect(attached.name).toMatch(clean);
  });

  it('brings no line of its own into a header', async () => {
    const made = await app.make.complaint();
    const disposition = `filename="a.txt\r\nSet-Cookie: x=1\r\nX: .txt"`;
    const broken = await its.made(made, { content: 'x', disposition });
    expect(broken.name).toBe('a.txt');
    expect((await its.content(made, broken)).headers.get('set-cookie')).toBeNull();
    const encoded = { content: 'x', disposition: `filename*=UTF-8''a%0D%0ASet-Cookie:%20x.txt` };
    const refused = await its.send(made, [encoded]);
    expect(refused.body.errors).toMatchObject([{ pointer: '/file', code: 'required' }]);
  });

  it('may be empty; a field of a form in which none was chosen is no file', async () => {
    const made = await app.make.complaint();
    expect((await its.made(made, { content: '', name: 'empty.txt' })).size).toBe(0);
    const none = await its.send(made, [{ content: '', name: '', type: 'application/octet-stream' }]);
    expect([none.status, none.body.errors]).toMatchObject([400, [{ pointer: '/file', code: 'required' }]]);
  });

  it('is refused with everything that is wrong, and nothing is kept', async () => {
    const made = await app.make.complaint();
    const before = (await its.stored()).length;
    const one = { content: 'x' };
    const codes = async (
      ...sent: Parameters<Attachments['send']> extends [unknown, ...infer R] ? R : never
    ) => (await its.send(made, ...sent)).body.errors?.map(({ pointer, code }) => `${pointer ?? ''} ${code}`);
    expect(await codes([one], { messageId: 'x', description: ' ' })).toEqual([
      '/description not_blank',
      '/messageId is_uuid',
    ]);
    expect(await codes([one], { description: 'a\0b' })).toEqual(['/description bad_characters']);
    expect(await codes([one], { nobody: 'x' })).toEqual(['/nobody unknown_property']);
    expect(await codes([one, { content: 'y', part: 'picture' }])).toEqual(['/picture unknown_property']);
    expect(await codes(Array.from({ length: 11 }, () => one))).toEqual(['/file max_items']);
    expect(await codes([one], { description: 'x'.repeat(2001) })).toEqual(['/description max_length']);
    expect((await its.stored()).length).toBe(before);
  });

  it.each([
    ['JSON', 'application/json'],
    ['a form without a boundary', 'multipart/form-data'],
    ['another form', 'multipart/mixed; boundary=x'],
    ['a form with a tab', 'multipart/form-data;\tboundary=x'],
    ['the fields of a form alone', 'application/x-www-form-urlencoded'],
  ])('is refused where it comes as %s', async (_, type) => {
    const made = await app.make.complaint();
    const answer = await app.as('anna').post(its.path(made), '{}', { 'Content-Type': type });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('accept-post')).toBe('multipart/form-data');
  });

  it('is missing where there is no body at all', async () => {
    const made = await app.make.complaint();
    expect((await app.as('anna').post(its.path(made))).status).toBe(400);
  });
});

describe('the limits', () => {
  it('refuse a file that is too large while it comes, and leave nothing of it or of those before it', async () => {
    const made = await app.make.complaint();
    const before = (await its.stored()).length;
    const files = [{ content: 'small' }, { content: Buffer.alloc(25 * MB) }];
    const answer = await its.send(made, files);
    expect([answer.status, answer.body.code]).toEqual([413, 'too_large']);
    expect(await its.list(made)).toEqual([]);
    expect((await its.stored()).length).toBe(before);
    expectStatus(201, await its.send(made, [{ content: Buffer.alloc(20 * MB) }]));
  });

  it('let nobody fill the memory with files', async () => {
    const made = await app.make.complaint();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    const status = await stream(app, made, 10, 15 * MB);
    clearInterval(watch);
    expect(status).toBe(201);
    expect(most).toBeLessThan(60 * MB);
  });

  it('hold for the complaint: so many bytes', async () => {
    const made = await app.make.complaint();
    await app.database.read(`${FILL} generate_series(1, 10)`, [made.id, 19 * MB]);
    expectStatus(201, await its.send(made, [{ content: Buffer.alloc(10 * MB) }]));
    const full = await its.send(made, [{ content: 'x' }]);
    expect(unmet(full)).toEqual(['attachments_full']);
  });

  it('hold for the complaint: so many files, also for calls at the same time', async () => {
    const made = await app.make.complaint();
    await app.database.read(`${FILL} generate_series(1, 98)`, [made.id, 1]);
    const before = (await its.stored()).length;
    // Without the lock of the complaint that `Cases.work` asks for, more than two would find room.
    expect(await race(4, () => its.send(made, [{ content: 'x' }]))).toEqual({
      201: 2,
      '409 action_refused': 2,
    });
    expect((await its.stored()).length).toBe(before + 2);
  });
});

describe('an upload that ends early', () => {
  it('leaves nothing, whether its sender goes away or says that this was all', async () => {
    const made = await app.make.complaint();
    const before = (await its.stored()).length;
    const whole = formBody([{ content: 'first' }, { content: Buffer.alloc(200_000, 1) }]);
    const cut = await app.as('anna').post(its.path(made), whole.subarray(0, 150_000), FORM_HEADERS);
    expect([cut.status, cut.body]).toMatchObject([400, { errors: [{ pointer: '', code: 'is_form' }] }]);
    const isHere = async () => expect((await its.stored()).length).toBeGreaterThan(before);
    await hangUp(app, made, { part: whole.subarray(0, 150_000), whole: whole.length, arrived: isHere });
    await eventually(async () => expect((await its.stored()).length).toBe(before));
    expect(await its.list(made)).toEqual([]);
  });
});

describe('the same Idempotency-Key', () => {
  it('attaches once, and is refused for other files', async () => {
    const made = await app.make.complaint();
    const headers = { 'Idempotency-Key': `attach-${made.id}` };
    const send = (content: string, name: string) => its.send(made, [{ content, name }], {}, { headers });
    const [first, again] = [await send('x', 'a.txt'), await send('x', 'a.txt')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.attachments.map(({ id }) => id)).toEqual(first.body.attachments.map(({ id }) => id));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await send('y', 'a.txt')).status).toBe(422);
    expect((await send('x', 'b.txt')).status).toBe(422);
    expect(await its.list(made)).toHaveLength(1);
    const kept = await app.database.read<{ storageKey: string }>(
      'SELECT a.storage_key FROM attachments a WHERE a.storage_key = ANY ($1::text[])',
      [await its.stored()],
    );
    expect(kept.length).toBe((await its.stored()).length);
  });
});

const FILL = `
  INSERT INTO attachments
    (id, complaint_id, upload_id, brought_by, name, type, size, sha256, storage_key, scan, created_at)
  SELECT gen_random_uuid(), $1, gen_random_uuid(), 'staff', 'x', 'text/plain', $2::int, repeat('0', 64),
    'nowhere-' || gen_random_uuid(), 'unscanned', now() FROM`;
