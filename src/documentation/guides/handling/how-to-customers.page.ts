import type { Page } from '../../page.js';
import { type Guide, guidePage } from '../guide.js';
import { get, post } from './calls-of-staff.js';

const EMAIL = 'ilona.veres@example.org';
const WHO = `/v1/customers/suggestions?email=${EMAIL}&limit=100`;
const PARETO = '/v1/insights/customers/pareto?year=1987&currency=EUR';

const nobody = get(WHO, { items: [] });
const company = post('/v1/accounts', { name: 'Hotel Tisza' }, { id: '$ACCOUNT', name: 'Hotel Tisza' }, 201);
const ilona = { name: 'Ilona Veres', emails: [{ address: EMAIL, verified: true }] };
const recorded = post(
  '/v1/customers',
  { ...ilona, accountId: '$ACCOUNT' },
  { id: '$CUSTOMER', tier: null },
  201,
);
const known = get(WHO, { items: [{ id: '$CUSTOMER', reasons: ['verified_email'] }] });

const complaintOf = (product: string) => ({
  channel: 'email',
  subject: `Broken ${product}`,
  description: `The ${product} arrived broken.`,
  complainant: { name: 'Ilona Veres', email: EMAIL },
  customerId: '$CUSTOMER',
  accountId: '$ACCOUNT',
});
const first = post(
  '/v1/complaints',
  complaintOf('oven'),
  { id: '$COMPLAINT', customerId: '$CUSTOMER', accountId: '$ACCOUNT', possibleDuplicates: [] },
  201,
);
const alike = post(
  '/v1/complaints',
  complaintOf('oven'),
  { id: '$SECOND', possibleDuplicates: [{ id: '$COMPLAINT', reasons: ['same_email', 'similar_words'] }] },
  201,
);
const joined = post(
  '/v1/complaints/$SECOND/actions/merge',
  { intoId: '$COMPLAINT', reason: 'The same oven, handed in twice.' },
  { state: 'merged', mergedIntoId: '$COMPLAINT' },
);

const again = post(
  '/v1/customers',
  { name: 'Veres Ilona', emails: [{ address: EMAIL, verified: true }] },
  { id: '$TWIN' },
  201,
);
const twins = get('/v1/customers/$TWIN/duplicates', { items: [{ id: '$CUSTOMER' }] });
const oneRecord = post(
  '/v1/customers/$TWIN/actions/merge',
  { intoId: '$CUSTOMER', reason: 'She confirmed it on the phone.' },
  { id: '$TWIN', mergedIntoId: '$CUSTOMER' },
  200,
  'SUPERVISOR',
);

const worth = post(
  '/v1/customers/$CUSTOMER/values',
  { year: 1987, revenue: '1200', costToServe: '300', currency: 'EUR' },
  { year: 1987, revenue: '1200.00' },
  200,
  'SUPERVISOR',
);
const tier = post(
  '/v1/tiers',
  { name: 'house_friends', rank: 41, rule: { minRevenue: '1000' } },
  { name: 'house_friends', active: true },
  201,
  'SUPERVISOR',
);
const tried = post(
  '/v1/tiers/actions/apply',
  { year: 1987, currency: 'EUR', dryRun: true },
  { dryRun: true, customers: 1, changes: 1 },
  200,
  'SUPERVISOR',
);
const ranked = get(PARETO, {
  items: [{ rank: 1, customerId: '$CUSTOMER', profit: '900.00', cumulativeShare: 1 }],
});

export const CUSTOMERS_GUIDE: Guide = {
  path: 'how-to-customers',
  title: 'How to know whom you serve',
  purpose:
    'For those who build the screens on which complaints come in: finding or recording the customer, complaints and ' +
    'records that may be the same twice, tiers, and what a customer is worth.',
  chapter: 'interface',
  given: ['STAFF', 'SUPERVISOR'],
  steps: [
    {
      id: 'ask',
      heading: 'Ask who it may be, before you record anybody',
      text:
        'Ask with what is known at intake: an email address, a telephone number, a name. Nothing keeps somebody from ' +
        'being recorded twice, so show what comes back and let a person choose. Here nobody is known yet.',
      exchanges: [nobody],
    },
    {
      id: 'record',
      heading: 'Record whom you do not know',
      text:
        'A customer is a person; the company that they belong to is an account. `verified` says that somebody saw ' +
        'that the address is theirs, so that it counts for more the next time.',
      exchanges: [company, recorded, known],
    },
    {
      id: 'name',
      heading: 'Name the customer on the complaint',
      text:
        'With `customerId` the complaint belongs to that record, and with `accountId` to a company, where the person ' +
        'complains for it. Only staff name them: what comes from the website has none until somebody looked.',
      exchanges: [first],
    },
    {
      id: 'twice',
      heading: 'Look at what may be the same complaint',
      text:
        'The receipt lists `possibleDuplicates`: complaints that have something in common with this one, and what. ' +
        'It is a hint and nothing happens by itself. Where both are the same, merge them: one goes on, and what was ' +
        'promised in the other is still owed. Where the customers are not on record and differ in a name, an address ' +
        'or a number, say `confirmedSamePerson` once you checked.',
      exchanges: [alike, joined],
    },
    {
      id: 'records',
      heading: 'Make one of two records',
      text:
        'The same person was recorded once more, by a colleague who saw that the address is theirs too: an address ' +
        'speaks for one person only where it was verified in both records. A supervisor decides that both are one; ' +
        'the complaints go to the record that stays, and the other one keeps saying where it went.',
      exchanges: [again, twins, oneRecord],
    },
    {
      id: 'tiers',
      heading: 'Class customers by what they bring',
      text:
        'What a customer brought and what it cost to serve them is imported for a year, from the system that knows ' +
        'it. A tier is a class of customers, given by hand or by rule; [standards](glossary#standard) can promise ' +
        'more to one. Try a rule with `dryRun` before it changes anybody.',
      exchanges: [worth, tier, tried],
    },
    {
      id: 'pareto',
      heading: 'See who brings most of it',
      text:
        'The ranking has the best first. `cumulativeShare` is the share of all revenue up to and with that customer: ' +
        'where it passes 0.8 after a fifth of the customers, the rule of 80 to 20 holds for you.',
      exchanges: [ranked],
    },
  ],
};

export const CUSTOMERS_GUIDE_PAGE: Page = guidePage(CUSTOMERS_GUIDE);
