import { describe, expect, it } from '@jest/globals';
import { expectAnswer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Message, Problem, Tracking } from '../../support/resources.js';
import { attempt, DECISION, entryTypes, errors, messages, promise } from '../steps.js';

const PAGE = 'https://example.org/complaint';
const app = useTestApp({ mail: true, env: { TRACKING_PAGE_URL: PAGE, MAIL_REPLY_TO: 'help@example.org' } });

let customers = 0;
const byMail = (said: object = {}) => {
  const email = `marta${++customers}@example.org`;
  return { email, said: { complainant: { name: 'Marta Kis', email }, answerVia: 'email' as const, ...said } };
};
const receive = async (said: object = {}) => {
  const customer = byMail(said);
  const made = await app.make.receive(customer.said);
  await app.settle();
  return { ...customer, made, mails: () => app.mailbox.to(customer.email) };
};
const kept = async (made: Made, state: 'open' | 'kept', kind: 'acknowledge' | 'update' = 'acknowledge') =>
  promise(app, made, kind, state);

describe('a complaint that is answered by email', () => {
  it('is answered so where nobody says otherwise, and gets its receipt there', async () => {
    const { email } = byMail();
    const body = {
      channel: 'web',
      description: 'Broken bed',
      complainant: { name: 'Márta Őry', email },
    } as const;
    const receipt = await expectAnswer(201, app.anonymous.client.POST('/v1/complaints', { body }));
    await app.settle();
    const [mail, ...more] = app.mailbox.to(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`We have your complaint ${receipt.reference}`);
    expect(mail?.to).toEqual([{ name: '', address: email }]);
    expect(mail?.text).toContain(`number ${receipt.reference}. One of us will write to you by `);
    expect(mail?.text).toContain(`${PAGE}#${'trackingToken' in receipt ? receipt.trackingToken : ''}`);
    expect(mail?.raw).not.toContain('Broken');
    expect(mail?.header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(mail?.header('x-auto-response-suppress')).toBe('X-Auto-Response-Suppress: All');
    expect(mail?.header('list-unsubscribe')).toBeUndefined();
    const reads = await expectAnswer(
      200,
      app.as('anna').client.GET('/v1/complaints/{id}', { params: { path: { id: receipt.id } } }),
    );
    expect(reads.answerVia).toBe('email');
  });

  it('keeps its promise when the mail server took the words, not when they were written', async () => {
    const { made, mails } = await receive({ subject: 'Törött ágy', language: 'hu-HU' });
    app.mailbox.failNext(451);
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    await app.settle();
    const [, letter] = await messages(app, made);
    expect(letter?.delivery).toEqual({ via: 'email', state: 'queued', at: null });
    await kept(made, 'open');
    app.advance({ minutes: 1 });
    await app.settle();
    const [, sent] = await messages(app, made);
    expect(sent?.delivery).toMatchObject({ via: 'email', state: 'handed_over' });
    expect((await kept(made, 'kept')).keptAt).toBe(sent?.delivery?.at);
    const [receipt, mail, ...more] = mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Panasza (${made.complaint.reference}): mi történik most`);
    expect(mail?.to[0]?.name).toBe('Marta Kis');
    expect(mail?.header('in-reply-to')).toBe(`In-Reply-To: ${receipt?.messageId ?? ''}`);
    expect(mail?.header('references')).toBe(`References: ${receipt?.messageId ?? ''}`);
    expect(mail?.messageId).toBe(`<${sent?.id ?? ''}@example.org>`);
    expect(mail?.header('reply-to')).toMatch(/^Reply-To: help\+a[a-z2-7]{26}\.[a-z2-7]{16}@example\.org$/);
    expect(mail?.header('auto-submitted')).toBeUndefined();
    expect(mail?.html).toContain('<html lang="hu-HU">');
    expect(await deliveries(made, sent)).toMatchObject([
      { state: 'accepted', attempts: 2, uncertain: 0, responseCode: 250, lastError: null },
    ]);
  });

  it('the windows of a decision begin when the mail left', async () => {
    const made = await app.make.complaint('in_progress', byMail().said);
    await app.settle();
    app.mailbox.failNext(421);
    const { complaint } = await app.make.act(made, 'resolve', DECISION);
    await app.settle();
    expect(complaint).toMatchObject({ state: 'resolved', closesAt: null, disputableUntil: null });
    const hidden = await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking');
    expect(expectStatus(200, hidden).resolution).toBeNull();
    app.advance({ hours: 1 });
    await app.settle();
    const sent = (await messages(app, made)).find(({ kind }) => kind === 'decision');
    const told = new Date(sent?.delivery?.at ?? 0).getTime();
    const closesAt = new Date((await app.make.read(made)).closesAt ?? 0).getTime();
    expect(Math.round((closesAt - told) / 86_400_000)).toBe(14);
  });

  it('is not sent a decision that was taken back while it waited', async () => {
    const { said, email } = byMail();
    const made = await app.make.complaint('in_progress', said);
    await app.settle();
    const before = app.mailbox.to(email).length;
    app.mailbox.failNext(421);
    await app.make.act(made, 'resolve', DECISION);
    await app.settle();
    await app.make.act(made, 'reopen', { reason: 'A new photo came.' }, 'sam');
    app.advance({ hours: 1 });
    await app.settle();
    const decision = (await messages(app, made)).find(({ kind }) => kind === 'decision');
    expect(decision?.delivery?.state).toBe('failed');
    expect(app.mailbox.to(email)).toHaveLength(before);
  });

  it('is not sent what somebody said meanwhile', async () => {
    const { made, mails } = await receive();
    app.mailbox.failNext(450, 'recipient');
    const message = await app.make.message(made);
    await app.settle();
    const path = `/v1/complaints/${made.id}/messages/${message.id}/actions/hand-over`;
    const said = { how: 'phone', saidAt: app.now().toISOString(), number: '+36 1 234 5678', readBack: true };
    expectStatus(200, await app.as('anna').post<Message>(path, { said }));
    app.advance({ hours: 1 });
    await app.settle();
    expect(mails()).toHaveLength(1);
  });

  it('needs an address, and a way back to another one', async () => {
    const { made } = await receive();
    expect(errors(await patch(made, { complainant: { email: null } }))).toEqual([
      '/complainant/email required',
    ]);
    const body = {
      channel: 'web',
      description: 'x',
      complainant: { name: 'M', phone: '1' },
      answerVia: 'email',
    };
    expect(errors(await app.anonymous.post<Problem>('/v1/complaints', body))).toEqual([
      '/complainant/email required',
    ]);
  });
});

describe('a mail that is refused for ever', () => {
  it('keeps nothing, is on record, and goes to the corrected address', async () => {
    const { made, mails } = await receive();
    app.mailbox.failNext(550, 'recipient');
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    await app.settle();
    const [, letter] = await messages(app, made);
    expect(letter?.delivery?.state).toBe('failed');
    expect(await entryTypes(app, made)).toContain('message.failed');
    expect(await deliveries(made, letter)).toMatchObject([
      { state: 'refused', attempts: 1, responseCode: 550, lastError: 'EENVELOPE 550 5.1.1' },
    ]);
    await kept(made, 'open');
    const right = `right${customers}@example.org`;
    expectStatus(200, await patch(made, { complainant: { email: right } }));
    await app.settle();
    expect(mails()).toHaveLength(1);
    expect(app.mailbox.to(right).map(({ messageId }) => messageId)).toEqual([
      `<${letter?.id ?? ''}@example.org>`,
    ]);
    await kept(made, 'kept');
  });
});

describe('what somebody typed', () => {
  it('adds no header and no recipient', async () => {
    const name = 'Bob\r\nBcc: evil@example.net\r\n\r\n<b>, "x" <evil@example.net>';
    const subject = 'Bed\r\nBcc: evil@example.net\r\n\r\nHi \u202egnp.exe';
    const { email } = byMail();
    const said = { complainant: { name, email }, answerVia: 'email' as const, subject };
    const made = await app.make.receive(said);
    await app.make.message(made, {
      body: '<script>x</script> & <img src="http://example.net/x">\n\nŐ, Привет',
    });
    await app.settle();
    const [, mail] = app.mailbox.to(email);
    expect(mail?.recipients).toEqual([email]);
    expect(mail?.header('bcc')).toBeUndefined();
    expect(mail?.to.map(({ address }) => address)).toEqual([email]);
    expect(mail?.subject).toBe(`News about your complaint ${made.complaint.reference}`);
    expect(mail?.text).toContain('<script>x</script> & <img src="http://example.net/x">\n\nŐ, Привет');
    expect(mail?.html).toContain('<p>&lt;script&gt;x&lt;/script&gt; &amp; &lt;img src=&quot;http');
    expect(mail?.html).not.toContain('<img');
  });
});

async function deliveries(made: Made, message: Message | undefined) {
  const path = `/v1/complaints/${made.id}/messages/${message?.id ?? ''}/deliveries`;
  return expectStatus(200, await app.as('anna').get<{ items: object[] }>(path)).items;
}

async function patch(made: Made, body: object) {
  const { version } = await app.make.read(made);
  return app.as('anna').patch<Problem>(`/v1/complaints/${made.id}`, version, body);
}
