/** A need in words: what a caller does so that it is met; and what is missing, where no row of the table says it. */
interface NeedWords {
  met: string;
  missing?: string;
}

/** Every code that `unmet` can hold. */
export const HOW_MET: Readonly<Record<string, NeedWords>> = {
  state_not_allowed: {
    missing: 'this is not possible in the state that the complaint, or its part, is in',
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
    met: 'The owner or a supervisor does it, or a supervisor hands the complaint over to you.',
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
  action_open: {
    met:
      'Keep the promises that `ids` names. Before it is due, a promise can also be moved, or released by ' +
      'the word of the customer.',
  },
  not_final_yet: {
    met: 'Leave `final` out; after a dispute, a supervisor who has not decided this complaint before may use it.',
  },
  window_over: { met: 'There is no way for the customer any more; a supervisor may reopen the complaint.' },
  decision_final: {
    met: 'There is no way in this house. The routes outside it stand in the letter of the decision.',
  },
  level_highest: { met: 'There is no way: nobody stands higher.' },
  kept_by_action_only: {
    missing: 'the promise is of a kind that is kept by what the house does, not by hand',
    met: 'Take the action that keeps it, or write to the customer; the page of the promises says which.',
  },
  promise_due: {
    missing: 'the promise is due or broken already, and is moved only before that',
    met: 'Keep it, late as it is. It stays on record that it was broken.',
  },
  not_releasable: {
    missing: "the promise is not a person's, or it is due already",
    met: 'Keep it. Promises of the standard are released by what ends the complaint only.',
  },
  not_from_customer: {
    missing: 'the message is not one of the customer',
    met: 'There is nothing to hear in the words of the house.',
  },
  not_queued: {
    missing: 'the message does not wait to be said or sent',
    met: 'It left the house already, or it is an internal note or a message of the customer.',
  },
};
