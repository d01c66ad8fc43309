import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { Representative } from './representative.entity.js';

/** Whether the authority of a representative was seen, and has not come to its end. */
export function isAuthorised({ state, authorityValidUntil }: Representative, now: Date): boolean {
  return state === 'confirmed' && (authorityValidUntil === null || authorityValidUntil > now);
}

/** A decision never goes to somebody of whom nobody knows whether they may have it. */
export const representativeKnown: Need<CaseView, unknown> = {
  code: 'representative_unconfirmed',
  detail: 'no representative whose authority was not confirmed, or has ended',
  lacks: ({ representative, now }) =>
    representative && !isAuthorised(representative, now) ? [representative.id] : [],
};

/** A complaint has one representative: which of two speaks is for people to say. */
export const oneRepresentative: Need<CaseView, { into?: { view: CaseView } }> = {
  code: 'two_representatives',
  detail: 'not a representative here and another one there',
  ofBody: true,
  lacks: ({ representative: here }, brief) => {
    const there = brief?.into?.view.representative;
    return here && there && here.id !== there.id ? [here.id, there.id] : [];
  },
};
