import type { Page } from '../../page.js';
import type { Exchange } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const AT = '/v1/webhooks/$WEBHOOK';

const create: Exchange = {
  method: 'POST',
  path: '/v1/webhooks',
  token: 'ADMIN',
  body: {
    url: 'https://hooks.example.org/amends',
    types: ['complaint.*', 'promise.broken'],
    description: 'Tells the data warehouse.',
  },
  answer: {
    status: 201,
    headers: { Location: '/v1/webhooks/$WEBHOOK' },
    body: { id: '$WEBHOOK', secret: '$SECRET', active: true, version: 1 },
  },
};

const ask = (path: string, body: Exchange['answer']['body']): Exchange => ({
  method: 'GET',
  path: `${AT}${path}`,
  token: 'ADMIN',
  answer: { status: 200, body: body ?? null },
});

const act = (path: string, answer: Exchange['answer']['body'], body?: Exchange['body']): Exchange => ({
  method: 'POST',
  path: `${AT}${path}`,
  token: 'ADMIN',
  ...(body === undefined ? {} : { body }),
  answer: { status: 200, body: answer ?? null },
});

/** For Node.js, without any package; a test runs it. */
export const VERIFICATION = `import { createHmac, timingSafeEqual } from 'node:crypto';

/** body: the bytes as they came, before they are parsed. secret: whsec_… now: in seconds since 1970. */
export function isGenuine(headers, body, secret, now) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  if (Math.abs(now - Number(timestamp)) > 300) return false;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const right = createHmac('sha256', key).update(id + '.' + timestamp + '.').update(body).digest();
  return headers['webhook-signature'].split(' ').some((signature) => {
    const given = Buffer.from(signature.replace('v1,', ''), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}`;

export const WEBHOOKS_GUIDE: Guide = {
  path: 'how-to-webhooks',
  title: 'How to be told by webhook',
  purpose:
    'For administrators and for programs that want to hear what happens instead of asking: how to set a webhook up, ' +
    'how to tell that a call is genuine, and what to do when one was missed.',
  chapter: 'evidence',
  given: ['ADMIN'],
  steps: [
    {
      id: 'create',
      heading: 'Set one up',
      text:
        'Name the address of your program and the types of [entries](entries) that it wants: `complaint.closed`, all ' +
        'of a kind as `complaint.*`, or everything as `*`. The secret is shown in this answer and never again. Your ' +
        'address has to be https, on the open internet; addresses inside of a network are refused, also where a ' +
        'name leads there.',
      exchanges: [create],
      after:
        'From now on each entry of these types is sent to you by POST. Your program gets what an administrator may ' +
        'read, with names and what people wrote; only internal notes of complaints about somebody who works here, ' +
        'and what was noted on their links, are left out.',
    },
    {
      id: 'body',
      heading: 'What you get',
      text:
        'The body is a CloudEvent (1.0, structured mode): `id`, `type`, `subject`, `time` and `sequence` are the id, ' +
        'type, subject, time and [position](glossary#position) of the entry, and `data` is the entry as the timeline ' +
        'shows it. It is made when it is sent: a [personal value](glossary#personal-value) that was erased ' +
        'meanwhile is null.',
    },
    {
      id: 'verify',
      heading: 'See that it is genuine',
      text:
        'Calls are signed as Standard Webhooks says. There are libraries for it in most languages; without one it is ' +
        'a few lines. Use the body as it came, byte for byte, and refuse what is older than five minutes.',
      command: { label: 'In your program (Node.js)', text: VERIFICATION },
    },
    {
      id: 'answer',
      heading: 'Answer soon',
      text:
        'Answer any status from 200 to 299 within 15 seconds, as soon as you have put the call somewhere safe; ' +
        'nobody reads the body of your answer. Anything else, redirects included, counts as failed and is tried ' +
        'again: after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, not before `Retry-After` if you ' +
        'send it. Then it is given up, which the deliveries show. With 410 you say that nobody is there any more, ' +
        'and the webhook becomes inactive.',
    },
    {
      id: 'sure',
      heading: 'What you can be sure of',
      text:
        '- Each entry comes at least once. It may come twice: keep the `webhook-id` of what you have dealt with, and ' +
        'answer 200 to what you had before.\n' +
        '- The entries of one complaint come in order. One that fails holds back the others of its complaint, and ' +
        'nothing else, until it arrives or is given up.\n' +
        '- After 10 failures in a row your address is left alone for a minute, then tried with one call; each trial ' +
        'that fails doubles the rest, to an hour at most. What waits meanwhile is not lost.',
    },
    {
      id: 'test',
      heading: 'Try it',
      text: 'A test is a signed call of the type `webhook.ping`. Its delivery tells what became of it.',
      exchanges: [
        act('/actions/test', { id: '$DELIVERY', type: 'webhook.ping', state: 'waiting' }),
        ask('/deliveries/$DELIVERY', { id: '$DELIVERY', messageId: '$DELIVERY' }),
      ],
    },
    {
      id: 'look',
      heading: 'Look how far it is',
      text:
        'The progress shows the webhook beside the log, and whether your address rests; the deliveries show each ' +
        'entry on its way, with attempts and last status.',
      exchanges: [
        ask('/progress', { waiting: 1, failed: 0, circuit: 'closed', failures: 0 }),
        ask('/deliveries?state=waiting', { items: [{ id: '$DELIVERY', attempts: 0, lastStatus: null }] }),
      ],
    },
    {
      id: 'again',
      heading: 'Get something again',
      text:
        'One delivery can be sent again, also one that was given up or arrived. To get everything from a ' +
        '[position](glossary#position) on, replay: in order, with the same `webhook-id` as before.',
      exchanges: [
        act('/deliveries/$DELIVERY/actions/redeliver', { id: '$DELIVERY', state: 'waiting' }),
        act('/actions/replay', { position: 0 }, { after: 0 }),
      ],
    },
    {
      id: 'roll',
      heading: 'Change the secret',
      text:
        'For 24 hours calls carry two signatures, by the new secret and by the old one. Put the new one in your ' +
        'program within that day, and nothing is missed.',
      exchanges: [act('/actions/roll-secret', { secret: '$NEW_SECRET', version: 2 })],
    },
  ],
};

export const WEBHOOKS_PAGE: Page = guidePage(WEBHOOKS_GUIDE);
