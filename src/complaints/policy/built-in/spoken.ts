import type { ProfileName } from '../../../standards/profiles/profiles.js';
import type { StandardKind } from '../../../standards/standard.js';
import type { PolicyWords } from '../policy.entity.js';

/** What the policy says in one language before the house says anything, and what it says of times in any case. */
export interface Spoken {
  words: PolicyWords;
  /** What is promised, and from when its time counts. */
  process: Record<StandardKind, string>;
  /** What the two windows after a decision are for. */
  windows: { confirm: string; dispute: string };
  /** Where else a customer may turn; null where the profile's own words do. */
  routesOutside: Record<ProfileName, string> | null;
}
