import type { BusinessDays, Profile } from './profile.js';
import { OFFICE_DAYS } from './office-days.js';

/** Bank holidays of England are no business days. */
export const ENGLAND: BusinessDays = { country: 'GB', region: 'ENG', ...OFFICE_DAYS };

export const UK_ROUTES =
  'If you are not satisfied with our answer you may take your complaint to the Financial Ombudsman Service, ' +
  'free of charge, within six months of our final response: www.financial-ombudsman.org.uk.';

/** DISP 1 but for payment services and electronic money, which have a clock of their own. */
export const UK_DISP: Profile = {
  name: 'uk_disp',
  title: 'FCA Handbook, DISP 1: complaints to financial firms in the United Kingdom',
  source:
    'DISP 1 as in force on 1 June 2026, read in extracts: 1.4 to 1.10. The clauses of the letters beyond 1.5, 1.6.1R ' +
    'and 1.6.2R, and the bands of the return, are from knowledge only.',
  zone: 'Europe/London',
  businessDays: ENGLAND,
  promises: [
    {
      kind: 'resolve',
      target: 'P56D',
      time: 'elapsed',
      warnAtPercent: 80,
      clause: 'DISP 1.6.2R',
      extension: { limit: null, clause: 'DISP 1.6.2R(2)', letter: 'holding_response' },
    },
  ],
  pauseRule: { pauses: false, meaning: 'The eight weeks run on while the customer is asked.' },
  letters: [
    {
      name: 'acknowledgement',
      clause: 'DISP 1.6.1R',
      mustSay: [
        'promptly and in writing, that the complaint was received and is being dealt with',
        'the date by which the final response will come: eight weeks after receipt',
      ],
    },
    {
      name: 'summary_resolution_communication',
      clause: 'DISP 1.5',
      mustSay: [
        'that a complaint was made and is now considered resolved',
        'that the Financial Ombudsman Service may still look at it if the customer is not satisfied after all',
        'whether the firm agrees to a referral that comes too late',
        'the website of the ombudsman, and that there is a leaflet',
      ],
    },
    {
      name: 'holding_response',
      clause: 'DISP 1.6.2R(2)',
      mustSay: [
        'why there is no final response yet',
        'when it is expected',
        'that the customer may turn to the Financial Ombudsman Service now, with its leaflet and website',
      ],
    },
    {
      name: 'final_response',
      clause: 'DISP 1.6.2R(1)',
      mustSay: [
        'that the complaint is accepted, that redress is offered without accepting it, or that it is rejected and why',
        'that the customer has six months to turn to the Financial Ombudsman Service',
        'whether the firm agrees to a referral that comes too late',
        'the website of the ombudsman, with its leaflet',
      ],
    },
  ],
  timeBands: [
    { name: 'within_3_business_days', upTo: { target: 'P3D', time: 'business' } },
    { name: 'within_8_weeks', upTo: { target: 'P56D', time: 'elapsed' } },
    { name: 'later', upTo: null },
  ],
  retention: 'P3Y',
  routesOutside: UK_ROUTES,
};
