import type { NeedWords } from './need.js';

/** What keeping, exporting and erasing what is known of a person needs. */
export const KEEPING_MET: Readonly<Record<string, NeedWords>> = {
  retention_too_short: {
    missing: 'the class would keep the complaint for less time than its regulator asks',
    met: 'Choose a class that is as long; the page of the regulators says for how long records are kept.',
  },
  nothing_due: {
    missing: 'no complaint is due that could be erased',
    met: 'Ask which are due and what hinders them (`GET /v1/retention/due`).',
  },
  export_expired: {
    missing: 'the 30 days in which the content of the export could be read are over',
    met: 'Make a new export.',
  },
  erased: {
    met:
      'There is no way: what is known of the person was erased. What they say now is recorded anew, under a new ' +
      'record.',
  },
  already_erased: {
    missing: 'what is known of whom the body names was erased before',
    met: 'There is nothing to do. The erasure that did it has a certificate.',
  },
  legal_hold: {
    missing: 'legal holds keep what is to be erased',
    met:
      'Wait until the holds that `ids` names are over, or let a supervisor release them, once what they are for is ' +
      'settled.',
  },
  complaint_open: {
    missing: 'complaints of the person are still to be settled',
    met: 'Bring the complaints that `ids` names to an end: closed, withdrawn, declined or merged.',
  },
  promise_open: {
    missing: 'promises to the person are still to be kept',
    met: 'Keep or release the promises that `ids` names.',
  },
  remedy_open: {
    missing: 'remedies wait for approval, or were approved and not carried out',
    met: 'Carry out the remedies that `ids` names, refuse or reverse them.',
  },
  own_plan: {
    missing: 'the erasure was planned by yourself',
    met: 'Somebody else with the permission approves it.',
  },
  plan_outdated: {
    missing: 'something that the plan covers came or changed after it was made',
    met: 'Look at it, cancel the plan, and make a new one.',
  },
};
