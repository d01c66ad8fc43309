import type { Clause } from './clause.js';

/** ISO 10002:2018, clause 4: the principles by name, several together where one thing answers to them. */
export const PRINCIPLES: readonly Clause[] = [
  {
    number: '4',
    title: 'Transparency, accessibility, charges',
    asks: 'Complaining is easy, open to everybody and free, and it is known how.',
    fulfilment: 'partly',
    how:
      'One call without an account or a token is enough, with any way of being reached. Staff record what is ' +
      'said on the telephone or in person. The language of the customer is on record. `GET /v1/policy` tells ' +
      'everybody, in their language, how to complain, what it costs, what help there is and what happens then.',
    missing: 'Letters of the program are in English.',
    actions: ['receive'],
    tests: [
      'test/complaints/intake.spec.ts',
      'test/complaints/published-workflow.spec.ts',
      'test/complaints/policy/policy.spec.ts',
    ],
  },
  {
    number: '4',
    title: 'Responsiveness and timeliness',
    asks: 'Customers get answers promptly, and are kept informed.',
    fulfilment: 'partly',
    how:
      'Every step that a customer waits for is a [promise](promises) with a time. The program watches the time: it ' +
      'warns, and says by itself what is late, which stays late on record and obliges to an ' +
      '[apology and a cause](promises#breaches).',
    missing: 'A warning is in the log and the late ones are on the board; the program calls nobody.',
    promises: ['acknowledge', 'update', 'resolve'],
    entries: ['promise.made', 'promise.kept', 'promise.warned', 'promise.broken'],
    tests: [
      'test/complaints/timeline.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/time/pass-time.spec.ts',
      'test/complaints/breaches/breaches.spec.ts',
      'test/complaints/breaches/answering.spec.ts',
    ],
  },
  {
    number: '4',
    title: 'Objectivity',
    asks: 'Complaints are treated fairly and without bias.',
    fulfilment: 'fulfilled',
    how:
      'Whoever is complained about takes no action on the complaint, does not own it and does not see internal ' +
      'notes; where nobody else is able to act they may act, and the customer is told. A final decision is ' +
      'made by somebody who did not decide before.',
    actions: ['assign-owner', 'resolve'],
    tests: [
      'test/complaints/conflict.spec.ts',
      'test/complaints/needs.spec.ts',
      'test/complaints/resolve.spec.ts',
    ],
  },
  {
    number: '4',
    title: 'Information integrity and accountability',
    asks: 'What is on record is accurate, and it is known who decided and acted.',
    fulfilment: 'fulfilled',
    how:
      'Every change leaves an [entry](entries) with who, when and what, in the same step as the change, in a ' +
      'log that can be [verified](how-to-verify).',
    tests: [
      'test/audit/ledger.service.spec.ts',
      'test/audit/append-only.spec.ts',
      'test/audit/verification/verification.spec.ts',
    ],
  },
  {
    number: '4',
    title: 'Confidentiality',
    asks: 'Personal data are used for the complaint only, and protected.',
    fulfilment: 'fulfilled',
    how:
      'Customers see their own complaint only; each [permission](permissions) belongs to named roles. Personal ' +
      'values stand apart from the rest of the log: what is known of a person is [erased](glossary#erasure) without ' +
      'breaking it, by two people, and certified. Who [read personal data](entries#personal_data.read), who searched ' +
      'the log, and who was refused is on record: of a complaint, a customer or a user it is found by `accessTo`.',
    entries: [
      'personal_data.read',
      'log.read',
      'access.refused',
      'session.refused',
      'erasure.planned',
      'erasure.done',
      'values.erased',
    ],
    tests: [
      'test/access/matrix.spec.ts',
      'test/audit/access-records/reads.spec.ts',
      'test/audit/access-records/log-reads.spec.ts',
      'test/audit/access-records/refusals.spec.ts',
      'test/complaints/tracking.spec.ts',
      'test/audit/entries/entry-bytes.spec.ts',
      'test/privacy/erasure.spec.ts',
    ],
  },
  {
    number: '4',
    title: 'Commitment, capacity, customer focus, competence, improvement',
    asks: 'Management stands behind it, with people and means, and learns from it.',
    fulfilment: 'of_the_house',
  },
];
