import { type EntrySpec, personal, plain } from '../../entry-fields.js';

/** Whose absence, and who stands in meanwhile. */
const WHO = { userId: plain<string>(), standInId: plain<string>() };

/** As it stands after the change. */
const PLAN = { ...WHO, from: plain<string>(), to: plain<string | null>(), note: personal<string | null>() };

/** Who of the house is away, who stands in, and on which complaints. */
export const ABSENCE_ENTRIES = {
  'absence.announced': {
    subject: 'absence',
    meaning: 'Somebody of the house will be away, or is already.',
    data: PLAN,
  },
  'absence.updated': {
    subject: 'absence',
    meaning:
      'An absence is at another time, or somebody else stands in. `changed` names what; the fields hold the state ' +
      'after it.',
    data: { changed: plain<string[]>(), ...PLAN },
  },
  'absence.began': {
    subject: 'absence',
    meaning: 'Somebody is away from now on; the other one stands in.',
    data: WHO,
  },
  'absence.ended': {
    subject: 'absence',
    meaning:
      'Somebody is back, because the time came (`time`) or somebody said so (`asked`). One that had not begun does ' +
      'not take place.',
    data: { ...WHO, reason: plain<'time' | 'asked'>() },
  },
  'complaint.stand_in_changed': {
    subject: 'complaint',
    meaning:
      'Somebody else works on the complaint while its owner is away; `standInId` is null where the owner is back, or ' +
      'nobody stands in.',
    data: {
      state: plain<string>(),
      ownerId: plain<string | null>(),
      standInId: plain<string | null>(),
      standInName: personal<string | null>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;
