import type { Step } from './step.js';

/** What the public is told about complaining. */
export const POLICY_STORY: Step[] = [
  {
    operation: 'getPolicy',
    name: 'builtIn',
    says: 'Before the house said anything, a reader of Hungarian reads what comes with the program.',
    as: 'nobody',
    headers: { 'Accept-Language': 'hu-HU, hu;q=0.9, en;q=0.5' },
  },
  {
    operation: 'publishPolicy',
    says: 'Ada publishes the words of the house, to hold from May on.',
    as: 'ada',
    body: {
      language: 'en',
      title: 'When something went wrong with your furniture',
      introduction: 'Tell us, and we put it right. This page says how.',
      howToComplain: 'Fill in the form, or call +36 1 555 0100 from Monday to Friday, 9 to 17.',
      whatWeNeed: 'What happened, and how we reach you. A photograph helps.',
      remedies: 'A repair, another piece of furniture, or your money back.',
      charges: 'Nothing. We pay for the transport as well.',
      help: 'Ask for Anna if you would rather speak Hungarian; the shop has no steps.',
      channels: ['web', 'phone', 'visit'],
      validFrom: '2027-05-01T00:00:00.000Z',
    },
    keep: 'policy',
  },
  {
    operation: 'getPolicyVersion',
    says: 'Otto reads what will be shown.',
    as: 'otto',
    params: { id: '{policy.id}' },
  },
  {
    operation: 'listPolicyVersions',
    says: 'Otto lists what was published in English.',
    as: 'otto',
    query: { language: 'en' },
  },
  {
    operation: 'getPolicy',
    says: 'In May everybody reads it.',
    as: 'nobody',
    at: '2027-05-03T10:00:00.000Z',
    query: { language: 'en' },
  },
  {
    operation: 'getPolicy',
    name: 'noSuchVersion',
    says: 'There is no third version.',
    as: 'nobody',
    query: { language: 'en', version: 3 },
    refused: 'not_found',
  },
];
