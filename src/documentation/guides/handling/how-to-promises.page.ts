import type { Page } from '../../page.js';
import { type Guide, guidePage } from '../guide.js';
import { get, post } from './calls-of-staff.js';

const AT = '/v1/complaints/$COMPLAINT';

const letterOfLastWeek = post(
  '/v1/complaints',
  {
    channel: 'letter',
    receivedAt: '$A_WEEK_AGO',
    description: 'The bed arrived with a broken leg.',
    complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
  },
  { id: '$COMPLAINT', state: 'received' },
  201,
);

const late = get('/v1/promises?standing=late&kind=acknowledge&limit=1', {
  items: [
    {
      kind: 'acknowledge',
      late: true,
      dueAt: '…',
      complaint: { id: '$COMPLAINT', reference: '…', state: 'received', owner: null },
    },
  ],
});

const atLast = post(
  `${AT}/actions/acknowledge`,
  { message: 'I am sorry about your bed, and that you hear from us only now.' },
  { state: 'acknowledged' },
);

const owed = get('/v1/promises?standing=cause_missing&limit=1', {
  items: [
    {
      id: '$PROMISE',
      kind: 'acknowledge',
      state: 'kept_late',
      complaint: { id: '$COMPLAINT' },
      breach: { id: '$BREACH', state: 'unanswered', causeMissing: true },
    },
  ],
});

const breach = get(`${AT}/breaches/$BREACH`, {
  id: '$BREACH',
  promiseId: '$PROMISE',
  state: 'unanswered',
  brokenAt: '…',
  cause: null,
});

const answered = post(
  `${AT}/breaches/$BREACH/actions/answer`,
  {
    apology: 'Your letter lay with us for a week. You should not have had to wait. I am sorry.',
    cause: { notKnownYet: true },
  },
  { state: 'answered', cause: { text: null, notKnownYet: true }, answeredBy: { name: '…' } },
);

const found = post(
  `${AT}/breaches/$BREACH/actions/answer`,
  { cause: { text: 'Letters were opened once a week.' } },
  { state: 'answered', cause: { text: 'Letters were opened once a week.', notKnownYet: false } },
);

const due = get('/v1/promises?standing=due&kind=update&limit=1', {
  items: [{ id: '$NEWS', kind: 'update', state: 'open', dueAt: '…', complaint: { id: '$COMPLAINT' } }],
});

const moved = post(
  `${AT}/promises/$NEWS/actions/move`,
  {
    dueAt: '$IN_3_DAYS',
    reason: 'The workshop looks at the bed on that day.',
    message: 'You will hear from me when the workshop has seen the bed.',
  },
  { id: '$NEWS', state: 'moved', movedToId: '$NEXT' },
);

const explained = get(`${AT}/promises/$PROMISE/explanation`, {
  kind: 'acknowledge',
  rule: { target: 'PT24H', time: 'elapsed', standard: { version: 1 }, calendar: null, profile: null },
  from: '…',
  dueAt: '…',
  wallSeconds: 86_400,
  countedSeconds: 86_400,
  intervals: [{ counts: 'counted', from: '…', to: '…' }],
  entries: [{ type: 'promise.made' }, { type: 'promise.broken' }, { type: 'promise.kept' }],
});

export const PROMISES_GUIDE: Guide = {
  path: 'how-to-promises',
  title: 'How to work with promises',
  purpose:
    'For those who build a screen for the people who keep them: what is due, what to do about what is late, and ' +
    'where a date comes from.',
  chapter: 'interface',
  given: ['STAFF', 'A_WEEK_AGO', 'IN_3_DAYS'],
  steps: [
    {
      id: 'due',
      heading: 'See what is late',
      text:
        'To have something late, put a letter on record that came a week ago: [promises](promises) count from ' +
        'when it was received. The list of promises goes over all complaints, the first to be due first; without ' +
        '`standing` it has what is due and what is late.',
      exchanges: [letterOfLastWeek, late],
    },
    {
      id: 'keep',
      heading: 'Do what was promised',
      text:
        'Late is better than never, and stays late: the promise becomes `kept_late`. What is owed for that is a ' +
        '[breach](glossary#breach), which stands beside the promise.',
      exchanges: [atLast, owed, breach],
    },
    {
      id: 'answer',
      heading: 'Answer for it',
      text:
        'One apology answers for everything that is unanswered in the complaint, unless `breachIds` names some. ' +
        'Where the cause is not known yet, say so, and put it in later: no second apology is needed. Until there ' +
        'is an answer, the complaint cannot be decided ' +
        '([breach_unanswered](problems/action-refused#breach_unanswered)).',
      exchanges: [answered, found],
    },
    {
      id: 'move',
      heading: 'Move a date in time',
      text:
        'What cannot be kept is moved before it is due, with a reason and words to the customer; the new date is ' +
        'added to them.',
      exchanges: [due, moved],
    },
    {
      id: 'explain',
      heading: 'Explain a date',
      text:
        'Whoever asks why a promise was due just then is shown this: the rule, the stretches of time, and the ' +
        '[entries](entries) that it was made from. What else stands there is said under [how to check a ' +
        'date](promises#explanation).',
      exchanges: [explained],
    },
  ],
};

export const PROMISES_GUIDE_PAGE: Page = guidePage(PROMISES_GUIDE);
