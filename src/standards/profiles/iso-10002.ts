import type { Profile } from './profile.js';

/** The guidelines: no number in them, so that a house promises what its own standard says and nothing beside it. */
export const ISO_10002: Profile = {
  name: 'iso_10002',
  title: 'ISO 10002, guidelines for complaints handling',
  source:
    'ISO 10002:2018, third edition of 30 July 2018, clauses 4 to 8 as they were summed up for this product. ' +
    'The guidelines set no time; how long records are kept is a choice of ours.',
  zone: 'UTC',
  businessDays: null,
  promises: [],
  pauseRule: {
    pauses: false,
    meaning: 'There is no legal promise. Those of the house pause as its standard says.',
  },
  letters: [
    {
      name: 'acknowledgement',
      clause: '7.4',
      mustSay: [
        'that the complaint was received',
        'how it will be handled, and when the customer hears next',
      ],
    },
    {
      name: 'final_response',
      clause: '7.8',
      mustSay: ['the decision', 'the reasons', 'what will be done, and by when'],
    },
    {
      name: 'unsettled_notice',
      clause: '7.9',
      mustSay: [
        'that the complaint stays open as the decision was rejected',
        'where else to turn, inside and outside',
      ],
    },
  ],
  timeBands: [{ name: 'any_time', upTo: null }],
  retention: 'P3Y',
  routesOutside:
    'If you are not content with our decision you may turn to the ombudsman or consumer body responsible for us, ' +
    'or to a court.',
};
