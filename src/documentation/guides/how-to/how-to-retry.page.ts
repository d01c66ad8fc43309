import type { Page } from '../../page.js';
import type { Exchange } from '../exchange.js';
import { type Guide, guidePage } from '../guide.js';

const complaint = {
  channel: 'web',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
};

const first: Exchange = {
  method: 'POST',
  path: '/v1/complaints',
  headers: { 'Idempotency-Key': '$KEY' },
  body: complaint,
  answer: {
    status: 201,
    headers: { Location: '/v1/tracking' },
    body: { id: '$COMPLAINT', trackingToken: '$CUSTOMER', reference: '$REFERENCE', state: 'received' },
  },
};

const again: Exchange = {
  ...first,
  answer: {
    ...first.answer,
    headers: { Location: '/v1/tracking', 'Idempotent-Replayed': 'true' },
  },
};

const otherBody: Exchange = {
  ...first,
  body: { ...complaint, subject: 'Broken chair' },
  answer: { status: 422, body: { status: 422, code: 'idempotency_key_reused', detail: '…' } },
};

const shortKey: Exchange = {
  ...first,
  headers: { 'Idempotency-Key': 'too-short' },
  answer: {
    status: 400,
    body: {
      code: 'validation_failed',
      errors: [{ parameter: 'Idempotency-Key', code: 'min_length', detail: '…' }],
    },
  },
};

export const RETRY_GUIDE: Guide = {
  path: 'how-to-retry',
  title: 'How to retry',
  purpose:
    'For those who write programs against the API: how to send a request again after a failure, so that a ' +
    'complaint is never taken twice and never lost.',
  chapter: 'interface',
  given: ['KEY'],
  steps: [
    {
      id: 'why',
      heading: 'Why it matters',
      text:
        'When a connection breaks, the sender cannot know whether the [request](glossary#request) arrived. ' +
        'Sending it again may do it twice; not sending it again may lose it. A key of your own removes the ' +
        'doubt: under one key, one thing is done once.',
    },
    {
      id: 'key',
      heading: 'Send a key with every POST',
      text:
        'Make a new [key](glossary#idempotency-key) for each thing that a person does, keep it until you have ' +
        'an answer, and send the same key with every attempt. It has 16 to 200 visible characters, without ' +
        'spaces and quotation marks.',
      exchanges: [first],
      after:
        'Every POST honours it, but for signing in and renewing a session. It is ignored on PATCH and DELETE; ' +
        'a PATCH is safe to repeat by its [version](how-to-lock).',
    },
    {
      id: 'again',
      heading: 'Send the same again',
      text:
        'The second request does nothing. It answers what was made by the first, as it is now, and says so in ' +
        '`Idempotent-Replayed`. A browser page or a program may therefore repeat it as often as it likes.',
      exchanges: [again],
      after:
        '- A key is remembered for 24 hours, for the one who sent it and for the one address of the API that ' +
        'it was sent to.\n' +
        '- Callers without a token share their keys: use keys that nobody guesses.\n' +
        '- Only a success is remembered. After a refusal the same key is free for a better request.\n' +
        '- While the first request still runs, the second gets 409 ' +
        '[idempotency_in_progress](problems/idempotency-in-progress): send it again after a second.',
    },
    {
      id: 'mistakes',
      heading: 'What is refused',
      text:
        'A key stands for one body; spaces and the order of members do not count. Another body under the same ' +
        'key is refused, so that a mistake is seen and not answered with something else.',
      exchanges: [otherBody],
    },
    {
      id: 'form',
      heading: 'A key of the wrong form',
      text: 'Nothing is done, and `errors` names the [header](glossary#header).',
      exchanges: [shortKey],
    },
    {
      id: 'when',
      heading: 'What to repeat, and what not',
      text:
        'Repeat, with the same key:\n\n' +
        '- no answer at all: the connection broke, or your own patience ended\n' +
        '- 503 [unavailable](problems/unavailable) and 429 [rate_limited](problems/rate-limited), after as ' +
        'many seconds as `Retry-After` says\n' +
        '- 409 [idempotency_in_progress](problems/idempotency-in-progress), after `Retry-After`\n' +
        '- 500 [internal_error](problems/internal-error), a few times, each time after a longer wait\n\n' +
        'Do not repeat what says that something else has to happen first: 400 (mend the request), 401 (sign ' +
        'in), 403 and 404 (you may not, or it is not there), 409 [action_refused](problems/action-refused) (do ' +
        'what `unmet` lists), 412 and 428 (read again, see [how to lock](how-to-lock)), 422 (take a new key). ' +
        'A GET changes nothing and may always be repeated.',
    },
  ],
};

export const RETRY_PAGE: Page = guidePage(RETRY_GUIDE);
