import type { Profile } from './profile.js';

/** The guidelines set duties and no number: times are the law of each member state, or the house's own. */
export const EU_JOINT_GUIDELINES: Profile = {
  name: 'eu_joint_guidelines',
  title: 'Joint guidelines of the European supervisory authorities on complaints handling',
  source:
    'JC 2014 43, extended by JC 2018 35, guidelines 1 to 7 read in outline; those of EIOPA for insurers say the ' +
    'same. The guidelines set no time; how long records are kept is a choice of ours.',
  zone: 'Europe/Brussels',
  businessDays: null,
  promises: [],
  pauseRule: {
    pauses: false,
    meaning: 'There is no legal promise. Those of the house pause as its standard says.',
  },
  letters: [
    {
      name: 'acknowledgement',
      clause: 'guideline 6',
      mustSay: [
        'how complaints are handled, or where that can be read',
        'whom to ask, and about how long it will take',
        'which body outside may be turned to',
      ],
    },
    {
      name: 'holding_response',
      clause: 'guideline 7(d)',
      mustSay: ['why the answer is late', 'when the examination is likely to be over'],
    },
    {
      name: 'final_response',
      clause: 'guideline 7(c)',
      mustSay: [
        'in plain language, the position on what was complained about',
        'where the demand is not met in full: a thorough explanation',
        'where it is not met in full: how the complaint can be taken to an ombudsman, another body, or the courts',
      ],
    },
  ],
  timeBands: [{ name: 'any_time', upTo: null }],
  retention: 'P5Y',
  routesOutside:
    'If you do not agree with us, you may turn to the ombudsman, to a body for alternative dispute resolution, ' +
    'to the national authority, or to the courts.',
};
