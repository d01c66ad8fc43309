import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { STATES } from '../../../src/complaints/complaint.states.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Reachable } from '../../support/make.js';
import type { Problem } from '../../support/resources.js';
import { timeline, unmet } from '../steps.js';
import { Attachments, PNG } from './attachments.js';

const app = useTestApp();
const its = new Attachments(app);
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('an attachment', () => {
  it.each(Object.keys(STATES) as Reachable[])(
    'is added or refused while a complaint is %s',
    async (state) => {
      const made = await app.make.complaint(state);
      const answer = await its.send(made, [{ content: 'A letter.' }]);
      if (['withdrawn', 'declined', 'merged'].includes(state)) {
        expect(unmet(answer)).toEqual(['state_not_allowed']);
        expect(await its.list(made)).toEqual([]);
        return;
      }
      expectStatus(201, answer);
      expect((await app.make.read(made)).state).toBe(state);
    },
  );

  it('is what its bytes say, by whatever name and type it came', async () => {
    const made = await app.make.complaint();
    const files = [
      { content: PNG, name: 'letter.txt', type: 'text/plain' },
      { content: '<script>alert(1)</script>', name: 'page.png', type: 'image/png' },
    ];
    const answer = await its.send(made, files, { description: 'Two of them.' });
    const { attachments } = expectStatus(201, answer);
    expect(answer.headers.get('location')).toBe(its.path(made));
    expect(attachments).toMatchObject([
      {
        ...{ name: 'letter.txt', type: 'image/png', declaredType: 'text/plain', size: PNG.length },
        ...{ sha256: sha256(PNG), scan: 'unscanned', threat: null, description: 'Two of them.' },
        ...{ from: 'staff', messageId: null, complaintId: made.id, addedBy: { name: 'Anna Agent' } },
      },
      { name: 'page.png', type: 'application/octet-stream', declaredType: 'image/png' },
    ]);
    const listed = await its.list(made, 'otto');
    expect(listed.map(({ id }) => id)).toEqual(attachments.map(({ id }) => id));
    const entries = (await timeline(app, made)).filter(({ type }) => type === 'attachment.added');
    expect(entries).toHaveLength(2);
    expect(entries[0]?.data).toEqual({
      ...{ from: 'staff', messageId: null, type: 'image/png', size: PNG.length, sha256: sha256(PNG) },
      ...{ declaredType: 'text/plain', name: 'letter.txt', description: 'Two of them.' },
    });
  });

  it('is given out whole, to be saved, as nothing that a browser runs', async () => {
    const made = await app.make.complaint();
    const words = 'A letter of Márta.';
    const attached = await its.made(made, { content: words, name: 'levél (új).html', type: 'text/html' });
    for (const answer of [await its.content(made, attached), await its.linked(attached)]) {
      expect(answer.status).toBe(200);
      expect(answer.body).toBe(words);
      const header = (name: string) => answer.headers.get(name);
      expect(header('content-type')).toBe('application/octet-stream');
      expect(header('content-length')).toBe(String(Buffer.byteLength(words)));
      expect(header('content-disposition')).toBe(
        `attachment; filename="lev_l __j_.html"; filename*=UTF-8''lev%C3%A9l%20%28%C3%BAj%29.html`,
      );
      expect(header('x-content-type-options')).toBe('nosniff');
      expect(header('content-security-policy')).toBe("default-src 'none'; sandbox");
      expect(header('content-digest')).toBe(
        `sha-256=:${createHash('sha256').update(words).digest('base64')}:`,
      );
      expect(header('cache-control')).toBe('no-store');
    }
    const ranged = await app
      .as('anna')
      .get(`${its.path(made)}/${attached.id}/content`, { Range: 'bytes=0-1' });
    expect([ranged.status, ranged.body]).toEqual([200, words]);
  });

  it('belongs to a message of the same complaint', async () => {
    const [made, other] = [await app.make.complaint(), await app.make.complaint()];
    const { id } = await app.make.message(made, { audience: 'internal' });
    const attached = await its.made(made, { content: 'x' }, { messageId: id.toUpperCase() });
    expect(attached.messageId).toBe(id);
    const refused = await its.send(other, [{ content: 'x' }], { messageId: id });
    expect(refused.body.errors).toMatchObject([{ pointer: '/messageId', code: 'not_found' }]);
  });

  it('is nothing to those who may not, and nothing where it is not', async () => {
    const [made, other] = [await app.make.complaint(), await app.make.complaint()];
    const attached = await its.made(made, { content: 'x' });
    expect((await its.content(other, attached)).status).toBe(404);
    expect((await app.as('anna').get(`${its.path(other)}/${attached.id}`)).status).toBe(404);
    expect((await its.send(made, [{ content: 'x' }], {}, { as: 'otto' })).status).toBe(403);
    const nowhere = { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect((await its.send(nowhere, [{ content: 'x' }])).status).toBe(404);
    expect((await app.anonymous.get(its.path(made))).status).toBe(401);
    const customer = app.withToken(made.trackingToken);
    expect((await customer.get(`${its.path(made)}/${attached.id}/content`)).status).toBe(401);
  });
});

describe('a link to a file', () => {
  it('opens it for five minutes', async () => {
    const made = await app.make.complaint();
    const attached = await its.made(made, { content: 'x' });
    app.advance({ minutes: 4 });
    expect((await its.linked(attached)).status).toBe(200);
    app.advance({ minutes: 1, seconds: 1 });
    expect((await its.linked(attached)).status).toBe(404);
    expect((await its.linked(await its.read(made, attached))).status).toBe(200);
  });

  it('opens nothing where a single character is another', async () => {
    const made = await app.make.complaint();
    const { contentUrl } = await its.made(made, { content: 'x' });
    const { pathname } = new URL(contentUrl ?? '');
    for (const at of [1, 20, 25, 30, 48]) {
      const place = pathname.length - at;
      const other = pathname[place] === 'A' ? 'B' : 'A';
      const altered = pathname.slice(0, place) + other + pathname.slice(place + 1);
      expect((await app.anonymous.get(altered)).status).toBe(404);
    }
    for (const altered of ['nonsense', `${pathname.split('/').at(-1) ?? ''}A`])
      expect((await app.anonymous.get(`/v1/downloads/${altered}`)).status).toBe(404);
  });
});

describe('the customer', () => {
  it('sends files, and sees them and those that came with the words of the house', async () => {
    const [made, other] = [await app.make.complaint('in_progress'), await app.make.complaint()];
    const answer = await its.sendAsCustomer(made, [{ content: PNG, name: 'leg.png' }], {
      description: 'The leg.',
    });
    expect(expectStatus(201, answer).attachments).toMatchObject([
      { name: 'leg.png', type: 'image/png', from: 'customer', description: 'The leg.' },
    ]);
    expect(answer.headers.get('location')).toBe('/v1/tracking/attachments');
    const note = await app.make.message(made, { audience: 'internal' });
    const words = await app.make.message(made, { audience: 'customer' });
    await its.made(made, { content: 'of the house' });
    await its.made(made, { content: 'of a note' }, { messageId: note.id });
    await its.made(made, { content: 'of a letter', name: 'letter.txt' }, { messageId: words.id });
    const seen = await its.tracked(made);
    expect(seen.map(({ name, from }) => [name, from])).toEqual([
      ['leg.png', 'customer'],
      ['letter.txt', 'staff'],
    ]);
    expect((await its.linked({ contentUrl: seen[1]?.contentUrl ?? null })).body).toBe('of a letter');
    expect(await its.tracked(other)).toEqual([]);
    const [first] = await its.list(made);
    expect(first).toMatchObject({ from: 'customer', addedBy: null });
  });

  it('sends nothing to a complaint that was withdrawn, and names no message', async () => {
    const withdrawn = await app.make.complaint('withdrawn');
    const refused = await its.sendAsCustomer(withdrawn, [{ content: 'x' }]);
    expect(unmet(refused as unknown as { status: number; body: Problem; headers: Headers })).toEqual([
      'state_not_allowed',
    ]);
    const made = await app.make.complaint();
    const named = await its.sendAsCustomer(made, [{ content: 'x' }], { messageId: made.id });
    expect((named.body as unknown as Problem).errors).toMatchObject([
      { pointer: '/messageId', code: 'unknown_property' },
    ]);
    expect((await app.anonymous.post('/v1/tracking/attachments')).status).toBe(401);
  });
});

describe('a person complained about', () => {
  it('does not see what is attached to the notes of others', async () => {
    const made = await app.make.complaint('in_progress');
    const note = await app.make.message(made, { audience: 'internal' });
    const hidden = await its.made(made, { content: 'x', name: 'secret.txt' }, { messageId: note.id });
    const open = await its.made(made, { content: 'y' });
    const { version } = await app.make.read(made);
    const about = { complainedAboutUserIds: [await app.idOf('ben')] };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${made.id}`, version, about));
    expect((await its.list(made, 'ben')).map(({ id }) => id)).toEqual([open.id]);
    expect((await its.content(made, hidden, 'ben')).status).toBe(404);
    expect((await app.as('ben').get(`${its.path(made)}/${hidden.id}`)).status).toBe(404);
    expect(JSON.stringify(await timeline(app, made, 'ben'))).not.toContain('secret.txt');
    expect(JSON.stringify(await timeline(app, made))).toContain('secret.txt');
    expect(unmet(await its.send(made, [{ content: 'z' }], {}, { as: 'ben' }))).toEqual(['conflicted']);
    expect((await its.content(made, hidden)).status).toBe(200);
  });
});
