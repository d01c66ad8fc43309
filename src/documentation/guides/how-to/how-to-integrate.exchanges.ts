import type { Exchange, Json } from '../exchange.js';

/** One complaint, request by request, from the first word to the end: what `how-to-integrate` walks through. */

const AT = '/v1/complaints/$COMPLAINT';

const post = (token: string, path: string, body: Json, answer: Exchange['answer']): Exchange => ({
  method: 'POST',
  path,
  token,
  body,
  answer,
});
const get = (token: string, path: string, body: Json): Exchange => ({
  method: 'GET',
  path,
  token,
  answer: { status: 200, body },
});
const act = (action: string, body: Json, after: Json): Exchange =>
  post('STAFF', `${AT}/actions/${action}`, body, { status: 200, body: after });

export const receive: Exchange = {
  method: 'POST',
  path: '/v1/complaints',
  body: {
    channel: 'web',
    subject: 'Broken bed',
    description: 'The bed arrived with a broken leg, and nobody answers the phone.',
    desiredOutcome: 'A new leg this week',
    complainant: { name: 'Marta Kis', email: 'marta@example.org' },
  },
  answer: {
    status: 201,
    headers: { Location: '/v1/tracking' },
    body: {
      id: '$COMPLAINT',
      trackingToken: '$CUSTOMER',
      reference: '…',
      state: 'received',
      nextPromise: { kind: 'acknowledge', dueAt: '…' },
      actions: ['withdraw', 'escalate'],
    },
  },
};

export const signIn: Exchange = {
  method: 'POST',
  path: '/v1/sessions',
  body: { email: '$EMAIL', password: '$PASSWORD' },
  answer: {
    status: 201,
    body: { accessToken: '$STAFF', tokenType: 'Bearer', expiresIn: 900, refreshToken: '$REFRESH' },
  },
};

export const me = get('STAFF', '/v1/me', { id: '$ME', name: '…', roles: ['…'], permissions: ['…'] });

export const queue = get('STAFF', '/v1/complaints?state=open&ownerId=none&sort=due', {
  items: [{ id: '$COMPLAINT', reference: '…', state: 'received', nextDueAt: '…' }, '…'],
});

export const offers = get('STAFF', `${AT}/actions`, {
  items: [
    {
      action: 'acknowledge',
      allowed: true,
      method: 'POST',
      href: `${AT}/actions/acknowledge`,
      unmet: [],
      asks: ['message'],
    },
    {
      action: 'establish-facts',
      allowed: false,
      unmet: [{ code: 'state_not_allowed', detail: 'establish-facts is possible in acknowledged; …' }],
      asks: ['summary', 'assessment'],
    },
    '…',
  ],
});

export const acknowledge = act(
  'acknowledge',
  { message: 'I am sorry that you sleep on the floor.' },
  { state: 'acknowledged', version: 2, promises: [{ kind: '…', state: 'open', dueAt: '…' }, '…'] },
);

export const fact = post(
  'STAFF',
  `${AT}/facts`,
  { statement: 'A leg was broken on arrival.', source: 'customer' },
  {
    status: 201,
    headers: { Location: `${AT}/facts/$FACT`, ETag: '$FACT_ETAG' },
    body: { id: '$FACT', standing: 'claimed', recordedBy: { id: '$ME' } },
  },
);

export const settle: Exchange = {
  method: 'PATCH',
  path: `${AT}/facts/$FACT`,
  token: 'STAFF',
  headers: { 'If-Match': '$FACT_ETAG' },
  body: { standing: 'confirmed', reason: 'A photo shows it.' },
  answer: { status: 200, body: { id: '$FACT', standing: 'confirmed' } },
};

export const establish = act(
  'establish-facts',
  {
    summary: 'Packed without corner guards.',
    assessment: { severity: 'medium', safety: false, complexity: 'low', impact: 'Sleeps on the floor.' },
  },
  { state: 'facts_established', severity: 'medium' },
);

export const own = act(
  'assign-owner',
  { ownerId: '$ME', agreedActions: [{ what: 'Send a new leg', dueAt: '$IN_3_DAYS' }] },
  { state: 'in_progress', owner: { id: '$ME', name: '$NAME' } },
);

export const seen = get('CUSTOMER', '/v1/tracking', {
  state: 'in_progress',
  owner: { name: '$NAME' },
  messages: [{ direction: 'out', body: '…', at: '…' }, '…'],
});

export const write = post(
  'CUSTOMER',
  '/v1/tracking/messages',
  { body: 'Will it come before the weekend?' },
  { status: 201, body: { state: 'in_progress' } },
);

const decision = {
  outcome: 'upheld',
  explanation: 'The leg broke on our way to you. You have a new one, at our cost.',
  rootCause: { text: 'The box had no corner guards.' },
};

export const tooEarly = post('STAFF', `${AT}/actions/resolve`, decision, {
  status: 409,
  body: {
    code: 'action_refused',
    state: 'in_progress',
    unmet: [
      {
        code: 'customer_unheard',
        detail: 'every message of the customer answered or marked as heard',
        ids: ['$MESSAGE'],
      },
    ],
  },
});

export const answer = post(
  'STAFF',
  `${AT}/messages`,
  { audience: 'customer', body: 'You have it tomorrow.' },
  { status: 201, body: { kind: 'update', delivery: { via: 'tracking', state: 'handed_over', at: '…' } } },
);

export const promises = get('STAFF', `${AT}/promises`, {
  items: [
    '…',
    { id: '$PROMISE', kind: 'action', what: 'Send a new leg', state: 'open' },
    { kind: 'update', state: 'open', dueAt: '…' },
  ],
});

export const keep = post(
  'STAFF',
  `${AT}/promises/$PROMISE/actions/keep`,
  { note: 'delivered' },
  { status: 200, body: { id: '$PROMISE', state: 'kept', keptAt: '…' } },
);

export const resolve = act('resolve', decision, {
  state: 'resolved',
  resolution: { outcome: 'upheld', final: false },
  closesAt: '…',
  disputableUntil: '…',
});

export const accept = post(
  'CUSTOMER',
  '/v1/tracking/actions/accept',
  {},
  { status: 200, body: { state: 'closed' } },
);

export const timeline = get('STAFF', `${AT}/timeline?limit=100`, {
  items: [{ type: 'complaint.received' }, '…', { type: 'complaint.closed' }],
});
