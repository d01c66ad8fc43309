import type { Unmet } from '../../kernel/refusal.js';

/** What can be in the way of operating a subscriber. */

export const WAITS_BEHIND: Unmet = {
  code: 'waits_behind',
  detail: 'the entry that its complaint waits for, instead of one that only waits behind it',
};

export const BEING_TRIED: Unmet = {
  code: 'being_tried',
  detail: 'the end of the attempt that a worker is making at this moment',
};

export const NO_FOLLOWER: Unmet = {
  code: 'no_follower',
  detail: 'a subscriber that there still is in the program',
};

export const REPLAY_RUNS: Unmet = {
  code: 'replay_runs',
  detail: 'the end of the replay that runs already (`replayUntil`)',
};

export const NOT_THERE_YET: Unmet = {
  code: 'not_there_yet',
  detail: 'a position that the subscriber has come to: only what it had can be handled again',
};
