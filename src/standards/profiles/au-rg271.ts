import type { Profile } from './profile.js';
import { OFFICE_DAYS } from './office-days.js';

/** The standard clock of RG 271. Superannuation, credit hardship and death benefits have others. */
export const AU_RG271: Profile = {
  name: 'au_rg271',
  title: 'ASIC Regulatory Guide 271, internal dispute resolution in Australia',
  source:
    'RG 271, read in extracts: .27 to .32, .51 and .63. The 30 days (.56) and the clauses of the final response are ' +
    'from knowledge only. Holidays are those of New South Wales; how long records are kept is a choice of ours.',
  zone: 'Australia/Sydney',
  businessDays: { country: 'AU', region: 'NSW', ...OFFICE_DAYS },
  promises: [
    {
      kind: 'acknowledge',
      target: 'P1D',
      time: 'business',
      warnAtPercent: 80,
      clause: 'RG 271.51',
      extension: null,
    },
    {
      kind: 'resolve',
      target: 'P30D',
      time: 'elapsed',
      warnAtPercent: 80,
      clause: 'RG 271.56',
      extension: { limit: null, clause: 'RG 271.63', letter: 'idr_delay_notification' },
    },
  ],
  pauseRule: { pauses: false, meaning: 'The 30 days run on while the customer is asked.' },
  letters: [
    {
      name: 'acknowledgement',
      clause: 'RG 271.51',
      mustSay: [
        'within 24 hours or one business day, that the complaint was received; the same way where possible',
      ],
    },
    {
      name: 'idr_delay_notification',
      clause: 'RG 271.63',
      mustSay: [
        'before the 30 days are over, the reasons for the delay: particularly complex, or beyond our control',
        'the right to complain to the Australian Financial Complaints Authority, and how to reach it',
      ],
    },
    {
      name: 'idr_response',
      clause: 'RG 271.53',
      mustSay: [
        'the final outcome',
        'the right to take the complaint to the Australian Financial Complaints Authority, and how to reach it',
        'where it is rejected: each issue, the findings on the facts that matter, and what they rest on',
      ],
    },
  ],
  timeBands: [
    { name: 'within_5_business_days', upTo: { target: 'P5D', time: 'business' } },
    { name: 'within_30_days', upTo: { target: 'P30D', time: 'elapsed' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P7Y',
  routesOutside:
    'You may take your complaint to the Australian Financial Complaints Authority, free of charge: www.afca.org.au.',
};
