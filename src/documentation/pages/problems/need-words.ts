import { ABSENCE_MET } from './absence-words.js';
import { KEEPING_MET } from './keeping-words.js';
import type { NeedWords } from './need.js';
import { OPERATING_MET } from './operating-words.js';

/** Every code that `unmet` can hold. */
export const HOW_MET: Readonly<Record<string, NeedWords>> = {
  state_not_allowed: {
    missing: 'the complaint, its part, or the corrective action is in a state in which this is not possible',
    met:
      'Ask which actions are possible now (`/actions`), and take those that lead to a state in which this is. ' +
      'What is over stays over.',
  },
  conflicted: {
    met:
      'Somebody else does it. Where nobody else is left who is able to, it is possible after all, and the customer ' +
      'is told so.',
  },
  not_the_owner: {
    met: 'The owner, their stand-in or a supervisor does it, or a supervisor hands the complaint over to you.',
  },
  owner_not_self: { met: 'Name yourself as owner, or let a supervisor name the other person.' },
  owner_inactive: {
    met: 'Name a user who is not disabled and is an agent, a supervisor or an administrator.',
  },
  owner_conflicted: { met: 'Name somebody who is not complained about.' },
  action_required: { met: 'Agree on something with the customer, and bring it in `agreedActions`.' },
  reason_required: { met: 'Bring a `reason`: the customer had another owner before.' },
  promises_too_many: { met: 'Keep or release some of the promises that persons made for this complaint.' },
  customer_not_heard: { met: 'Put on record what the customer says: a fact with the source `customer`.' },
  pause_spent: { met: 'There is no way: go on without the answer. The customer can still be written to.' },
  customer_unheard: {
    met: 'Answer the messages that `ids` names, or mark them as heard. An answer hears all that came before it.',
  },
  facts_unsettled: { met: 'Settle the facts that `ids` names: confirmed, disputed, refuted or unprovable.' },
  breach_unanswered: {
    met:
      'Answer the breaches that `ids` names: with an apology to the customer, which counts when it left the house, ' +
      'and a cause, or that it is not known yet. A supervisor can waive one with a reason, or show that the promise ' +
      'was kept in time after all.',
  },
  action_open: {
    met:
      'Keep the promises that `ids` names. Before it is due, or when its breach is answered, a promise can also be ' +
      'moved, or released by the word of the customer.',
  },
  remedy_pending: {
    met:
      'Somebody whose authority suffices approves or refuses the remedies that `ids` names, or whoever proposed one ' +
      'takes it back (`refuse`). What nobody decides about expires by itself.',
  },
  remedy_granted: {
    met:
      'Resolve the complaint instead: what was granted is a decision. Or a supervisor reverses the remedies that ' +
      '`ids` names.',
  },
  own_approval: {
    missing: 'the remedy was proposed by yourself',
    met: 'Somebody else approves it; `approvers` of the remedy names who may.',
  },
  authority_exceeded: {
    missing: 'the remedy is more than you may grant alone at this moment',
    met:
      'Somebody whose authority suffices does it; `GET /v1/me/authority` says how much you may grant and who may ' +
      'grant more. Limits per complaint and per period count all that you granted before.',
  },
  executed_otherwise: {
    missing: 'the remedy was carried out before, under another reference',
    met: 'There is nothing to do: it was carried out once. Where that was wrong, a supervisor reverses it.',
  },
  issue_undecided: {
    met:
      'Decide the points that `ids` names, or put on record that the customer takes one back; each is answered in ' +
      'the letter of the decision.',
  },
  issues_too_many: {
    missing: 'as many points are on record as one decision can answer',
    met: 'Put several points together in one, or handle some of them as another complaint that is linked to this.',
  },
  not_final_yet: {
    met: 'Leave `final` out; after a dispute, a supervisor who has not decided this complaint before may use it.',
  },
  window_over: { met: 'There is no way for the customer any more; a supervisor may reopen the complaint.' },
  decision_final: {
    met: 'There is no way in this house. The routes outside it stand in the letter of the decision.',
  },
  level_highest: { met: 'There is no way: nobody stands higher.' },
  notice_required: {
    met:
      'The program writes the notice by itself. Where it waits to be said or sent, do so and put that on record ' +
      '(`hand-over`), or say that the customer cannot be reached (`answerVia: none`, with the reason).',
  },
  referral_open: {
    met:
      'Put on record what became of the referrals that `ids` names (`record-outcome`). The closing window begins ' +
      'anew then.',
  },
  target_other_customer: {
    met:
      'Choose a complaint of the same customer record or, where neither has one, with the same email address or ' +
      'telephone number. Complaints of different customers are never merged; link them.',
  },
  person_unconfirmed: {
    met:
      'The customers are not on record; they share a way to be reached, but their names, addresses or numbers ' +
      'differ. Look whether both are one person, then send `confirmedSamePerson` as true; or name the customer on ' +
      'both.',
  },
  target_not_open: { met: 'Choose a complaint that is open, or reopen it first.' },
  target_behind: {
    met: 'Take the other complaint as far as this one, or merge that one into this.',
  },
  merge_cycle: { met: 'Choose another complaint: this one would end up in itself.' },
  link_exists: {
    missing: 'there is a link of this type between the two already, from whichever side it was made',
    met: 'There is nothing to do: `ids` names it. To say something else, take it back first.',
  },
  representative_unconfirmed: {
    met:
      'Confirm the authority of the representative that `ids` names, refuse them, or, where a confirmed authority ' +
      'has come to its end, confirm another one or end it.',
  },
  representative_exists: {
    missing: 'there is a representative already who is claimed or confirmed',
    met: 'Refuse that one, or end it: a complaint has one representative at a time.',
  },
  two_representatives: {
    met:
      'Refuse or end one of the two that `ids` names: the first is of this complaint, the second of the other. Where ' +
      'only one has any, that one speaks for the complainant in the complaint that goes on.',
  },
  kept_by_action_only: {
    missing: 'the promise is of a kind that is kept by what the house does, not by hand',
    met: 'Take the action that keeps it, or write to the customer; the page of the promises says which.',
  },
  promise_due: {
    missing: 'the time of the promise is over, and its breach is not answered',
    met:
      'Keep it, late as it is; or answer its breach first: then it can be moved. It stays on record that it was ' +
      'broken.',
  },
  legal_limit: {
    missing: 'the promise is owed by law, or by contract, and may not be moved so far',
    met:
      'Name a date within the limit, which the page of the regulators says. Where there is none, the promise can ' +
      'only be kept.',
  },
  not_releasable: {
    missing: "the promise is not a person's, or its time is over and its breach is not answered",
    met:
      'Keep it, or answer its breach first. Promises of the standard and of the law are released by what ends the ' +
      'complaint only.',
  },
  not_from_customer: {
    missing: 'the message is not one of the customer',
    met: 'There is nothing to hear in the words of the house.',
  },
  check_not_due: {
    missing: 'the date from which the effect of the corrective action can be checked is not reached yet',
    met: 'Wait until `checkAt`, or move it: an effect needs time to show.',
  },
  target_merged: {
    missing: 'the customer named by `intoId` was merged itself',
    met: 'Merge into the record that `ids` names: it goes on for both.',
  },
  ...KEEPING_MET,
  ...ABSENCE_MET,
  ...OPERATING_MET,
  mail_used: {
    missing: 'something became of the mail already',
    met: 'Look at what became of it: `decision` and `complaintId` say so.',
  },
  attachments_full: {
    missing: 'the complaint holds as many files, or bytes, as it can',
    met: 'Send what matters most, made smaller: a complaint holds 100 files and 200,000,000 bytes.',
  },
  not_queued: {
    missing: 'the message does not wait to be said or sent',
    met: 'It left the house already, or it is an internal note or a message of the customer.',
  },
};
