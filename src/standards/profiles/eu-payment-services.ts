import type { Profile } from './profile.js';
import { OFFICE_DAYS } from './office-days.js';

/** Payment services in the European Union. */
export const EU_PAYMENT_SERVICES: Profile = {
  name: 'eu_payment_services',
  title: 'Directive (EU) 2015/2366 (PSD2), Article 101: complaints about payment services',
  source:
    'Article 101 of Directive (EU) 2015/2366, from knowledge only. A business day is one on which the institution ' +
    'works: the days here are the national holidays of Germany, and an institution elsewhere has others.',
  zone: 'Europe/Berlin',
  businessDays: { country: 'DE', region: null, ...OFFICE_DAYS },
  promises: [
    {
      kind: 'resolve',
      target: 'P15D',
      time: 'business',
      warnAtPercent: 80,
      clause: 'PSD2 Article 101(2)',
      extension: {
        limit: { target: 'P35D', time: 'business' },
        clause: 'PSD2 Article 101(2)',
        letter: 'holding_response',
      },
    },
  ],
  pauseRule: { pauses: false, meaning: 'The business days run on while the customer is asked.' },
  letters: [
    {
      name: 'holding_response',
      clause: 'PSD2 Article 101(2)',
      mustSay: [
        'the reasons for the delay, which lie beyond the control of the institution',
        'the date by which the final reply will come: 35 business days after receipt at the latest',
      ],
    },
    {
      name: 'final_response',
      clause: 'PSD2 Article 101(2) and (3)',
      mustSay: [
        'an answer to every point that was raised, on paper or another durable medium',
        'at least one body for alternative dispute resolution that is competent, and how to reach it',
      ],
    },
  ],
  timeBands: [
    { name: 'within_15_business_days', upTo: { target: 'P15D', time: 'business' } },
    { name: 'within_35_business_days', upTo: { target: 'P35D', time: 'business' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P5Y',
  routesOutside:
    'If you do not agree with us, you may turn to the body for alternative dispute resolution that is competent for ' +
    'payment services in your country, or to the national authority.',
};
