import type { Profile } from './profile.js';
import { ENGLAND, UK_DISP, UK_ROUTES } from './uk-disp.js';

/** DISP 1 for payment services and electronic money: the same letters, shorter times. */
export const UK_DISP_PAYMENTS: Profile = {
  name: 'uk_disp_payments',
  title: 'FCA Handbook, DISP 1: payment services and electronic money in the United Kingdom',
  source:
    'DISP 1 as in force on 1 June 2026, read in extracts: 1.6.1R and 1.6.2AR. The bands of the return are from ' +
    'knowledge only.',
  zone: 'Europe/London',
  businessDays: ENGLAND,
  promises: [
    {
      kind: 'resolve',
      target: 'P15D',
      time: 'business',
      warnAtPercent: 80,
      clause: 'DISP 1.6.2AR(1)',
      extension: {
        limit: { target: 'P35D', time: 'business' },
        clause: 'DISP 1.6.2AR(2)',
        letter: 'holding_response',
      },
    },
  ],
  pauseRule: { pauses: false, meaning: 'The business days run on while the customer is asked.' },
  letters: [
    {
      name: 'acknowledgement',
      clause: 'DISP 1.6.1R',
      mustSay: [
        'promptly and in writing, that the complaint was received and is being dealt with',
        'the date by which the final response will come: 15 business days after receipt, 35 in exceptional cases',
      ],
    },
    {
      name: 'holding_response',
      clause: 'DISP 1.6.2AR(2)',
      mustSay: [
        'the reasons for the delay, which lie beyond the control of the firm',
        'the date by which the final response will come: 35 business days after receipt at the latest',
      ],
    },
    ...UK_DISP.letters.filter(({ name }) =>
      ['summary_resolution_communication', 'final_response'].includes(name),
    ),
  ],
  timeBands: [
    { name: 'within_3_business_days', upTo: { target: 'P3D', time: 'business' } },
    { name: 'within_15_business_days', upTo: { target: 'P15D', time: 'business' } },
    { name: 'within_35_business_days', upTo: { target: 'P35D', time: 'business' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P3Y',
  routesOutside: UK_ROUTES,
};
