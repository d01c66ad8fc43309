import type { NeedWords } from './need.js';

/** What operating those who follow the log needs. */
export const OPERATING_MET: Readonly<Record<string, NeedWords>> = {
  waits_behind: {
    missing: 'the entry only waits behind another one of the same complaint',
    met: 'Try or skip the entry that `ids` names: what waits behind it goes on by itself.',
  },
  being_tried: {
    missing: 'a worker is trying the entry at this moment',
    met: 'Ask again in some seconds. Where the attempt fails, the entry is still there.',
  },
  no_follower: {
    missing: 'the part of the program was renamed or removed: nobody would handle anything',
    met: 'There is no way. Its successor has a name of its own in the list.',
  },
  replay_runs: {
    missing: 'a replay runs already',
    met: 'Wait until `position` has come to `replayUntil`.',
  },
  not_there_yet: {
    missing: 'the subscriber has not come so far, so there is nothing to handle again',
    met: 'Name a position up to its own (`position`).',
  },
};
