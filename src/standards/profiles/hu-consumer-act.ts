import type { Profile } from './profile.js';

/** Goods and services sold to consumers in Hungary. */
export const HU_CONSUMER_ACT: Profile = {
  name: 'hu_consumer_act',
  title: 'Hungary, Act CLV of 1997 on consumer protection, section 17/A',
  source:
    'Section 17/A of Act CLV of 1997, read in 2026: minutes, identifier, written reply within 30 days, reasons for a ' +
    'refusal. That records are kept for three years (an older text says five) is from knowledge only.',
  zone: 'Europe/Budapest',
  businessDays: null,
  promises: [
    {
      kind: 'resolve',
      target: 'P30D',
      time: 'elapsed',
      warnAtPercent: 80,
      clause: 'section 17/A (6)',
      extension: null,
    },
  ],
  pauseRule: { pauses: false, meaning: 'The 30 days run on while the customer is asked.' },
  letters: [
    {
      name: 'minutes',
      clause: 'section 17/A (5)',
      mustSay: [
        'name and address of the customer',
        'place, time and manner of the complaint',
        'the complaint in detail, with a list of the documents shown',
        'what the house says to it, where it can say so at once',
        'the identifier of a complaint made by telephone or electronically',
        'date, who took it down, and the signature of the customer where it was made in person',
      ],
    },
    {
      name: 'final_response',
      clause: 'section 17/A (6) and (8)',
      mustSay: [
        'in writing, the answer on the merits',
        'where it is rejected: the reasons',
        'where it is rejected: which authority or conciliation board may be turned to, with its address',
      ],
    },
  ],
  timeBands: [
    { name: 'within_30_days', upTo: { target: 'P30D', time: 'elapsed' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P3Y',
  routesOutside:
    'If we reject your complaint, you may turn to the conciliation board of the place where you live, or to the ' +
    'consumer protection authority.',
};
