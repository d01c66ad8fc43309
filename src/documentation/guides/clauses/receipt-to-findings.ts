import type { Clause } from './clause.js';

/** ISO 10002:2018, clauses 7.1 to 7.6: from the first word to the findings. */
export const RECEIPT_TO_FINDINGS: readonly Clause[] = [
  {
    number: '7.1',
    title: 'Communication',
    asks:
      'Customers can find out, before they complain, where and how to complain, how it will be treated, how ' +
      'long each step takes, what can be made good, and where else they can turn.',
    fulfilment: 'partly',
    how:
      '`GET /v1/policy` says it to everybody, without an account, in the words of the house and the language of the ' +
      'reader: how to complain, what is needed, what can be made good, each step with its time as the standard and ' +
      'the law have it at the moment, and the routes outside; see [the policy](reference/policy). Every version ' +
      'stays on record. The [workflow](workflow) and these pages are open as well. The receipt tells ' +
      'the customer what is promised by when; the first answer names the date of the decision; the decision ' +
      'names the routes outside the house, and the letter of a declined complaint says where else to turn.',
    missing:
      'The house shows the policy on its own pages, and writes it in further languages than English, Hungarian and ' +
      'Bulgarian. The plain profile of ISO 10002 names the routes outside in general words only.',
    actions: ['acknowledge', 'resolve', 'decline'],
    entries: ['policy.published'],
    tests: [
      'test/complaints/policy/policy.spec.ts',
      'test/complaints/published-workflow.spec.ts',
      'test/complaints/resolve.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
    ],
  },
  {
    number: '7.2',
    title: 'Receipt of complaints',
    asks:
      'Every complaint is put on record with an identifier of its own, with what happened, what it is about, ' +
      'what would make it good, and by when an answer is due.',
    fulfilment: 'partly',
    how:
      'Anybody can complain, without an account; staff can put on record what reaches them on any ' +
      '[channel](glossary#channels). Each complaint has a [reference](glossary#reference), the description in ' +
      'the customer’s words, the product, the order, the time, and the remedy that is wished for. The time of ' +
      'receipt, from which promises count, is on record.',
    missing: 'Documents cannot be attached; there is no field for a branch or a department.',
    states: ['received'],
    actions: ['receive'],
    promises: ['acknowledge', 'resolve'],
    entries: ['complaint.received', 'complaint.updated'],
    tests: [
      'test/complaints/intake.spec.ts',
      'test/complaints/complaint.workflow.spec.ts',
      'test/complaints/update.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/timeline.spec.ts',
    ],
  },
  {
    number: '7.3',
    title: 'Tracking of complaints',
    asks:
      'A complaint is followed from receipt to the end; the customer can ask at any time how it stands, and is ' +
      'told at regular intervals.',
    fulfilment: 'partly',
    how:
      'The [tracking token](glossary#tracking-token) shows the customer at any time where it stands, who is ' +
      'responsible, and what is promised by when. From the first answer to the decision exactly one date for ' +
      'news is promised at any time; only words of a person that reached the customer keep it. News that do not ' +
      'come in time are a [breach](promises#breaches) that the program finds by itself, and the next date runs at ' +
      'once; nothing is decided until the house has apologised and said why. What is late or comes near its end ' +
      'stands on the [board](promises#board).',
    missing: 'The program calls nobody: a warning is an entry of the log, which other programs follow.',
    promises: ['update'],
    entries: ['message.sent', 'promise.warned', 'promise.kept', 'promise.broken', 'breach.answered'],
    tests: [
      'test/complaints/tracking.spec.ts',
      'test/complaints/messages.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/promises/promises.service.spec.ts',
      'test/complaints/promises/board/board.spec.ts',
      'test/complaints/time/pass-time.spec.ts',
      'test/complaints/breaches/breaches.spec.ts',
      'test/complaints/breaches/answering.spec.ts',
      'test/complaints/timeline.spec.ts',
    ],
  },
  {
    number: '7.4',
    title: 'Acknowledgement',
    asks: 'The customer is told at once that the complaint has arrived.',
    fulfilment: 'fulfilled',
    how:
      'The answer to a complaint on the web is itself a receipt. The built-in standard promises a person’s first ' +
      'answer within 24 hours of receipt; it is kept only by words that reached the customer. ' +
      'That promise never pauses.',
    states: ['acknowledged'],
    actions: ['acknowledge'],
    promises: ['acknowledge'],
    entries: ['complaint.acknowledged'],
    tests: [
      'test/complaints/intake.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/promises/pausing.spec.ts',
      'test/complaints/messages.spec.ts',
      'test/complaints/timeline.spec.ts',
    ],
  },
  {
    number: '7.5',
    title: 'Initial assessment',
    asks:
      'Each complaint is assessed: how severe and complex it is, whether safety is at stake, what it means for ' +
      'the customer, and whether something has to be done at once.',
    fulfilment: 'fulfilled',
    how:
      'No complaint is decided before it was assessed: severity, complexity, safety and impact have to be ' +
      'stated, and what has to be done at once can be. Who assessed it, and when, is on record. Staff can set ' +
      'the severity earlier, at receipt too. The severity can lead to a stricter [standard](promises#standards) by ' +
      'itself; a supervisor can choose one, with a reason. No date that the customer was told becomes later by that.',
    states: ['facts_established'],
    actions: ['establish-facts', 'restandardise'],
    promises: ['establish_facts'],
    entries: ['complaint.facts_established', 'complaint.restandardised', 'promise.recomputed'],
    tests: [
      'test/complaints/needs.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/restandardising/restandardising.spec.ts',
      'test/complaints/complaint.workflow.spec.ts',
      'test/complaints/timeline.spec.ts',
    ],
  },
  {
    number: '7.6',
    title: 'Investigation',
    asks: 'The circumstances are looked into with every reasonable effort, as deeply as the matter deserves.',
    fulfilment: 'fulfilled',
    how:
      'What is known is on record as [facts](glossary#fact), each with its source and its standing. The ' +
      'customer has to be on record before the facts count as established, and nothing is decided while a fact ' +
      'is only claimed. A fact that cannot be settled is honestly called disputed or unprovable, with the ' +
      'reason. How deep to look is for people to judge.',
    states: ['awaiting_customer'],
    actions: ['establish-facts', 'ask-customer', 'resume'],
    entries: ['fact.recorded', 'fact.settled', 'complaint.customer_asked', 'complaint.resumed'],
    tests: [
      'test/complaints/facts.spec.ts',
      'test/complaints/needs.spec.ts',
      'test/complaints/resolve.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
];
