import type { Clause } from './clause.js';

/** ISO 10002:2018, clauses 5 and 6: framework, planning and design. */
export const FRAMEWORK: readonly Clause[] = [
  {
    number: '5, 6',
    title: 'Framework, planning and design',
    asks: 'There is a policy, with people responsible for it, objectives and means.',
    fulfilment: 'of_the_house',
    how: 'The [roles](permissions) and the [workflow](workflow) can be cited by such a policy.',
  },
];

/** ISO 10002:2018, clause 8: maintenance and improvement. */
export const IMPROVEMENT: readonly Clause[] = [
  {
    number: '8.1',
    title: 'Collection of information',
    asks: 'What is recorded is kept, used and disposed of by rule.',
    fulfilment: 'partly',
    how: 'Complaints and the log are kept: no complaint, no part of one and no entry can be deleted through the API.',
    missing: 'There is no rule of how long to keep what, and no disposal.',
    tests: ['test/audit/append-only.spec.ts'],
  },
  {
    number: '8.2',
    title: 'Analysis and evaluation of complaints',
    asks: 'Complaints are classified, and recurring and systemic problems are found.',
    fulfilment: 'partly',
    how:
      'A root cause has to be named wherever the customer is right, or partly. Complaints can be searched, and ' +
      'listed by state, owner, channel, severity, level, tag and time.',
    missing: 'There is no list of causes, and no statistics.',
    actions: ['resolve'],
    entries: ['complaint.resolved'],
    tests: [
      'test/complaints/resolve.spec.ts',
      'test/complaints/list.spec.ts',
      'test/complaints/search.spec.ts',
      'test/complaints/timeline.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
  {
    number: '8.3',
    title: 'Evaluation of satisfaction',
    asks: 'It is asked regularly how content customers are with the way their complaint was treated.',
    fulfilment: 'not_done',
  },
  {
    number: '8.4',
    title: 'Monitoring',
    asks: 'The process is watched by criteria, such as how many complaints were answered or decided too late.',
    fulfilment: 'partly',
    how:
      'What the criteria rest on is on record, complaint by complaint: when each promise was due, and whether ' +
      'it was kept, kept late, moved or broken.',
    missing: 'There are no figures and no reports.',
    entries: ['promise.kept', 'promise.broken'],
    tests: ['test/complaints/promises/keeping.spec.ts', 'test/complaints/promises/promises.service.spec.ts'],
  },
  {
    number: '8.5',
    title: 'Auditing',
    asks: 'It is regularly audited whether the process is followed, and whether it is suitable.',
    fulfilment: 'fulfilled',
    how:
      'An auditor has a role that reads everything and changes nothing, can read [the whole ' +
      'log](how-to-follow), and can ask for proof that it is [whole and unchanged](how-to-verify).',
    tests: [
      'test/audit/audit.reads.spec.ts',
      'test/audit/verification/verification.spec.ts',
      'test/access/matrix.spec.ts',
    ],
  },
  {
    number: '8.6, 8.7',
    title: 'Management review, continual improvement',
    asks: 'Management reviews the process, decides what to improve, and does so.',
    fulfilment: 'of_the_house',
    missing: 'Corrective measures of the house have no record in the program.',
  },
];

/** Rules of other bodies, where the program as it is answers to one. */
export const OTHER_RULES: readonly Clause[] = [
  {
    number: 'RG 271.51',
    title: 'Australia, ASIC RG 271: acknowledgement',
    asks: 'A complaint is acknowledged within 24 hours or one business day.',
    fulfilment: 'fulfilled',
    how: 'The built-in standard promises the first answer 24 hours after receipt, at any hour of the week.',
    actions: ['acknowledge'],
    promises: ['acknowledge'],
    tests: ['test/complaints/promises/keeping.spec.ts'],
  },
  {
    number: 'DISP 1.6.1R',
    title: 'United Kingdom, FCA DISP: prompt acknowledgement',
    asks: 'The acknowledgement says by when the final response will come, and the customer is kept informed.',
    fulfilment: 'partly',
    how:
      'The letter that acknowledges a complaint names the date by which the decision is promised, and that of ' +
      'the next news.',
    missing: 'That date is the one of the house’s own standard, not a limit of the law.',
    actions: ['acknowledge'],
    promises: ['resolve', 'update'],
    entries: ['complaint.acknowledged'],
    tests: [
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/timeline.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
];
