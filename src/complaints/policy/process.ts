import type { Profile } from '../../standards/profiles/profile.js';
import { STANDARD_KINDS, type Standard } from '../../standards/standard.js';
import type { Spoken } from './built-in/spoken.js';
import type { StageDto } from './policy.dto.js';

/** What anybody may expect by when, of the house and of the law: step by step, in the order of a complaint. */
export function processOf(
  { promises }: Standard,
  law: Pick<Profile, 'promises'>,
  { process }: Pick<Spoken, 'process'>,
): StageDto[] {
  return STANDARD_KINDS.flatMap((stage) => {
    const ofHouse = promises
      .filter(({ kind }) => kind === stage)
      .map(({ target, time, legal, pausable }) => ({ within: target, time, legal, clause: null, pausable }));
    const ofLaw = law.promises
      .filter(({ kind }) => kind === stage)
      .map(({ target, time, clause }) => ({ within: target, time, legal: true, clause, pausable: false }));
    return [...ofHouse, ...ofLaw].map((one) => ({ stage, what: process[stage], ...one }));
  });
}

/** The standard that holds for whoever nothing is known of. @param standards in the order in which they are asked */
export function standardForAnybody(standards: readonly Standard[]): Standard {
  const found = standards.find(({ appliesTo }) => Object.values(appliesTo).every(isEmpty));
  if (!found) throw new Error('no standard is for everybody, not even the default one');
  return found;
}

const isEmpty = (conditions: readonly string[]) => conditions.length === 0;
