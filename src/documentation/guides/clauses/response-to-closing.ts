import type { Clause } from './clause.js';

/** ISO 10002:2018, clauses 7.7 to 7.9: from what is done about it to the end. */
export const RESPONSE_TO_CLOSING: readonly Clause[] = [
  {
    number: '7.7',
    title: 'Response to complaints',
    asks: 'The house offers to put things right, and does so as soon as it can.',
    fulfilment: 'partly',
    how:
      'One named person is responsible, and agrees with the customer what is done by when. Nothing is decided ' +
      'over an agreed action whose time is over; one that is due later is named in the decision and stays ' +
      'promised.',
    missing:
      'Payments and other remedies have no record of their own; they can be agreed as actions, in words.',
    states: ['in_progress'],
    actions: ['assign-owner'],
    promises: ['name_owner', 'action', 'callback'],
    entries: ['complaint.owner_assigned', 'complaint.owner_changed', 'promise.made'],
    tests: [
      'test/complaints/ownership.spec.ts',
      'test/complaints/needs.spec.ts',
      'test/complaints/resolve.spec.ts',
      'test/complaints/promises/promises.service.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/timeline.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
  {
    number: '7.8',
    title: 'Communicating the decision',
    asks: 'The customer and the staff concerned are told the decision as soon as it is made.',
    fulfilment: 'fulfilled',
    how:
      'The decision and the letter to the customer are one step. Where the letter has to be sent or said, the ' +
      'customer’s time to disagree begins only when it was said or sent. The letter gives the reasons, what is ' +
      'still to come, how to disagree, and the routes outside the house. Where the customer is there, everything ' +
      'up to the decision can be one call; nothing is left out by that.',
    states: ['resolved'],
    actions: ['resolve', 'resolve-on-the-spot'],
    promises: ['resolve'],
    entries: ['complaint.resolved', 'message.handed_over'],
    tests: [
      'test/complaints/resolve.spec.ts',
      'test/complaints/on-the-spot/on-the-spot.spec.ts',
      'test/complaints/messages.spec.ts',
      'test/complaints/edges.spec.ts',
      'test/complaints/timeline.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
  {
    number: '7.9',
    title: 'Closing complaints',
    asks:
      'What the customer accepts is carried out and recorded. What the customer rejects stays open, and the ' +
      'customer is told what else can be done inside and outside the house.',
    fulfilment: 'partly',
    how:
      'A complaint is closed by the customer’s acceptance, given by themselves or recorded by staff with how ' +
      'and when, which is then confirmed to the customer. A dispute brings it back, one level higher, with a ' +
      'new date for a decision; that, too, is possible after closing, for six months. A final decision comes ' +
      'from a supervisor who did not decide before, and names the routes outside. Promises that are not kept ' +
      'yet live on after closing; one that is broken then brings the complaint back. Where the customer says ' +
      'nothing, silence closes it after the [window](workflow#windows): only after a notice that reached them, and ' +
      'never over words of theirs that nobody heard. Two complaints of a customer about the same go on as one: the ' +
      'customer is told, the earlier of two dates holds, and nothing that is owed is lost. Who turns to an ' +
      'ombudsman or another body outside is on record as a [referral](reference/referrals), with what that body ' +
      'said; until then silence closes nothing.',
    missing:
      'The plain profile of ISO 10002 names the routes outside in general words; those of regulators by name.',
    states: ['closed', 'withdrawn', 'declined', 'merged'],
    actions: ['accept', 'close', 'dispute', 'reopen', 'withdraw', 'decline', 'merge', 'escalate'],
    entries: [
      'complaint.closed',
      'complaint.disputed',
      'complaint.reopened',
      'complaint.withdrawn',
      'complaint.declined',
      'complaint.merged',
      'referral.made',
      'referral.decided',
      'complaint.escalated',
    ],
    tests: [
      'test/complaints/complaint.workflow.spec.ts',
      'test/complaints/tracking.spec.ts',
      'test/complaints/resolve.spec.ts',
      'test/complaints/needs.spec.ts',
      'test/complaints/merging/merging.spec.ts',
      'test/complaints/merging/needs.spec.ts',
      'test/complaints/referrals/waiting.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/promises/promises.service.spec.ts',
      'test/complaints/time/pass-time.spec.ts',
      'test/journeys/complaint.spec.ts',
      'test/complaints/timeline.spec.ts',
    ],
  },
];
