import type { Page } from '../../page.js';
import { type Guide, guidePage } from '../guide.js';
import * as walk from './how-to-integrate.exchanges.js';

export const INTEGRATION_GUIDE: Guide = {
  path: 'how-to-integrate',
  title: 'The first hour',
  purpose:
    'For those who build a front end or connect another system: one complaint from the first word to the end, ' +
    'request by request, and what the API tells a user interface so that it needs no rules of its own.',
  chapter: 'interface',
  given: ['EMAIL', 'PASSWORD', 'IN_3_DAYS'],
  steps: [
    {
      id: 'receive',
      heading: 'A customer complains',
      text:
        'Nobody needs an account to complain. The answer has a [tracking token](glossary#tracking-token): the ' +
        'customer’s key to this one complaint. It is the only key they have, so show it to them, as a link or ' +
        'by email. It already says what the house promises, and by when.',
      exchanges: [walk.receive],
    },
    {
      id: 'sign-in',
      heading: 'Staff sign in',
      text:
        'An access token lasts 15 minutes. `POST /v1/sessions/refresh` with the refresh token gives a new ' +
        'pair; each refresh token works once. On a new installation the first administrator’s address and ' +
        'password stand in the file `first-administrator.txt` of the data folder; staff get accounts by `POST ' +
        '/v1/users`.',
      exchanges: [walk.signIn, walk.me],
    },
    {
      id: 'queue',
      heading: 'What is waiting',
      text:
        'The open complaints that nobody owns, the most urgent first. [How to read a long list](how-to-page) ' +
        'says how to go on. On a server with other complaints there are more than this one.',
      exchanges: [walk.queue],
    },
    {
      id: 'actions',
      heading: 'Ask what can be done',
      text:
        'This answer is made for the person who asks, at this moment. A user interface needs no more than this ' +
        'to be right: a button for each [action](glossary#action) that is `allowed`, a form with the fields of ' +
        '`asks`, and for the others the reasons in `unmet`, which can be shown as they are. What a role may ' +
        'never do is not in the list. The whole [workflow](workflow) is at `GET /v1/workflow`.',
      exchanges: [walk.offers],
    },
    {
      id: 'acknowledge',
      heading: 'Say sorry',
      text:
        'The answer of an action is the whole complaint after it. The letter to the customer names the dates ' +
        'of the next news and of the decision by itself; both are [promises](glossary#promise) now.',
      exchanges: [walk.acknowledge],
    },
    {
      id: 'facts',
      heading: 'Put on record what happened',
      text:
        'A [fact](glossary#fact) has a source and a [standing](glossary#standing). Looking into it changes the ' +
        'standing, never the statement. At least one fact has to come from the customer before the facts count ' +
        'as established.',
      exchanges: [walk.fact, walk.settle, walk.establish],
    },
    {
      id: 'owner',
      heading: 'Name who is responsible',
      text:
        'One person, with at least one [agreed action](glossary#promise-kind-action) and its date. The ' +
        'customer is told both, and sees them.',
      exchanges: [walk.own, walk.seen],
    },
    {
      id: 'refusal',
      heading: 'What a refusal looks like',
      text:
        'The customer writes, and somebody decides without having answered. That is refused with everything ' +
        'that is missing, each with a code for the program, a sentence for the person, and the ids of what is ' +
        'in the way.',
      exchanges: [walk.write, walk.tooEarly],
    },
    {
      id: 'decide',
      heading: 'Answer, keep the promise, decide',
      text:
        'An answer to the customer hears what they wrote before. When what was agreed is done, the promise is ' +
        'kept. The decision carries the way to disagree, and the routes outside the house.',
      exchanges: [walk.answer, walk.promises, walk.keep, walk.resolve],
    },
    {
      id: 'close',
      heading: 'The customer has the last word',
      text:
        'The customer accepts, and the complaint is closed; or disputes it, and it comes back one level ' +
        'higher. The timeline shows how it went.',
      exchanges: [walk.accept, walk.timeline],
    },
    {
      id: 'rules',
      heading: 'Five habits of a good front end',
      text:
        '- Ask `/actions` after every change; keep no copy of the rules.\n' +
        '- Send an `Idempotency-Key` with every POST, so that a second click does nothing: [how to ' +
        'retry](how-to-retry).\n' +
        '- Send `If-Match`, so that nobody acts on what has changed meanwhile: [how to lock](how-to-lock).\n' +
        '- Decide by `code`, show `detail`; the words may change, the codes do not. Every [problem](problems) ' +
        'has a page.\n' +
        '- Take what is new without falling over: answers may get more members with a later version.',
      after:
        'A typed client for TypeScript is made from the contract: see [clients](clients). A page in a browser ' +
        'may call the API from another address only if whoever runs the service lists it in `CORS_ORIGINS`.',
    },
  ],
};

export const INTEGRATION_PAGE: Page = guidePage(INTEGRATION_GUIDE);
