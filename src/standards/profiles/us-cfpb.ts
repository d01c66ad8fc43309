import type { Profile } from './profile.js';

/** Complaints that the bureau passes on to a company. */
export const US_CFPB: Profile = {
  name: 'us_cfpb',
  title: 'Consumer Financial Protection Bureau, complaints sent to a company in the United States',
  source:
    "The bureau's own pages on its complaint process, read in part in 2026: 15 days, and 60 in all. What a response " +
    'must say (12 USC 5534) and how long records are kept are from knowledge only.',
  zone: 'America/New_York',
  businessDays: null,
  promises: [
    {
      kind: 'resolve',
      target: 'P15D',
      time: 'elapsed',
      warnAtPercent: 80,
      clause: 'company portal, response within 15 calendar days',
      extension: {
        limit: { target: 'P60D', time: 'elapsed' },
        clause: 'company portal, response in progress: final within 60 calendar days',
        letter: 'response_in_progress',
      },
    },
  ],
  pauseRule: { pauses: false, meaning: 'The calendar days run on while the customer is asked.' },
  letters: [
    {
      name: 'response_in_progress',
      clause: '12 USC 5534(b)',
      mustSay: ['what was done so far', 'that the response is in progress, and when the final one will come'],
    },
    {
      name: 'final_response',
      clause: '12 USC 5534(b)',
      mustSay: [
        'the steps that were taken in answer to the complaint',
        'the words of the customer that were received about it',
        'what else will be done, or is planned',
        'which kind of answer it is: monetary relief, other relief, or an explanation',
      ],
    },
  ],
  timeBands: [
    { name: 'within_15_days', upTo: { target: 'P15D', time: 'elapsed' } },
    { name: 'within_60_days', upTo: { target: 'P60D', time: 'elapsed' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P5Y',
  routesOutside:
    'You may tell the Consumer Financial Protection Bureau within 60 days what you think of our response: ' +
    'www.consumerfinance.gov/complaint.',
};
