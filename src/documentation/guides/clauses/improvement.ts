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
    fulfilment: 'fulfilled',
    how:
      'Each complaint has a [class](glossary#retention-class) that says how long it is kept, by what its regulator ' +
      'asks. What was kept for long enough is listed with what hinders its [erasure](glossary#erasure), such as a ' +
      '[legal hold](glossary#legal-hold), and erased by two people. Until then no complaint, no part of one and no ' +
      'entry can be deleted; the entries stay, without their [personal values](glossary#personal-value).',
    entries: ['complaint.retention_changed', 'retention_run.planned', 'retention_run.done', 'legal_hold.set'],
    tests: [
      'test/audit/append-only.spec.ts',
      'test/complaints/retention/retention.spec.ts',
      'test/privacy/holds/legal-holds.spec.ts',
      'test/privacy/retention/retention-runs.spec.ts',
    ],
  },
  {
    number: '8.2',
    title: 'Analysis and evaluation of complaints',
    asks: 'Complaints are classified, and recurring and systemic problems are found.',
    fulfilment: 'partly',
    how:
      'A root cause has to be named wherever the customer is right, or partly, and can be chosen from the tree of ' +
      '[causes](reference/causes); complaints are sorted into the tree of [categories](reference/categories). They ' +
      'can be searched, and listed by state, owner, category, channel, severity, level, tag and time.',
    missing: 'How often a cause or a category comes back is not counted.',
    actions: ['resolve'],
    entries: ['complaint.resolved'],
    tests: [
      'test/knowledge/trees/trees.spec.ts',
      'test/complaints/references.spec.ts',
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
      'The [punctuality](promises#punctuality) is the share of promises kept in time, by kind, team, owner, tier, ' +
      'category or week, with the number that it rests on; it is counted from the log. The [board](promises#board) ' +
      'shows at any time what is due, what is late, and where a cause is missing. A promise that is near its end is ' +
      'warned of in the log.',
    missing:
      'Other criteria have no figures: how many complaints came, were settled at once, came back, or went outside.',
    entries: ['promise.kept', 'promise.broken', 'promise.warned'],
    tests: [
      'test/insights/punctuality/punctuality.spec.ts',
      'test/insights/punctuality/outcomes.spec.ts',
      'test/insights/punctuality/counting.spec.ts',
      'test/complaints/promises/board/board.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/promises/promises.service.spec.ts',
      'test/complaints/time/pass-time.spec.ts',
    ],
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
    number: '8.6',
    title: 'Management review',
    asks: 'Management reviews the process regularly, and decides what to improve.',
    fulfilment: 'of_the_house',
    how: 'The [punctuality](promises#punctuality) and the log are what such a review can rest on.',
  },
  {
    number: '8.7',
    title: 'Continual improvement',
    asks: 'Causes are removed, so that what was complained about does not come back.',
    fulfilment: 'partly',
    how:
      'What the house changes so that a cause does not come back is a ' +
      '[corrective action](reference/corrective-actions): with an owner, a date, and a later date from which it is ' +
      'checked and put on record whether it helps. Causes are asked for with decisions and with every ' +
      '[breach](promises#breaches).',
    missing: 'What to change is for people to see: the program proposes nothing by itself.',
    entries: [
      'corrective_action.planned',
      'corrective_action.updated',
      'corrective_action.completed',
      'corrective_action.checked',
      'corrective_action.dropped',
      'breach.answered',
    ],
    tests: [
      'test/knowledge/corrective-actions/corrective-actions.spec.ts',
      'test/knowledge/corrective-actions/way.spec.ts',
      'test/complaints/breaches/breaches.spec.ts',
      'test/complaints/breaches/answering.spec.ts',
    ],
  },
];
