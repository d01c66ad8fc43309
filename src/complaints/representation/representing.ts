import type { Case } from '../case/case.js';
import type { AuthorityBody, NewRepresentativeBody } from './representative.dto.js';
import type { Representative } from './representative.entity.js';

/** What becomes of representatives. Each function changes the case in hand and puts what it did on record. */

/** Of the tracking token that whoever hands a complaint in is given. */
export const FIRST_GENERATION = 1;

export function name(c: Case, body: NewRepresentativeBody): Representative {
  const { email = null, phone = null, address = null, organisation = null, relation } = body;
  const particulars = { name: body.name, email, phone, address, organisation, relation };
  const representative = c.add<Representative>('representative', {
    ...particulars,
    state: 'claimed',
    authorityKind: null,
    authorityScope: null,
    authorityGrantedAt: null,
    authorityValidUntil: null,
    authorityEvidence: null,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    reason: null,
    updatedAt: c.now,
  });
  putInPlace(c, representative);
  c.record('representative.named', about(representative), particulars);
  return representative;
}

/** One that was confirmed before gets another authority, as where the first came to its end. */
export function confirm(c: Case, representative: Representative, authority: AuthorityBody): void {
  const { kind, scope, grantedAt, validUntil = null, evidence } = authority;
  decide(c, representative, {
    state: 'confirmed',
    authorityKind: kind,
    authorityScope: scope,
    authorityGrantedAt: new Date(grantedAt),
    authorityValidUntil: validUntil === null ? null : new Date(validUntil),
    authorityEvidence: evidence,
  });
  const data = { kind, scope, grantedAt, validUntil, evidence };
  c.record('representative.confirmed', about(representative), data);
}

/** Refused or ended. Whoever had the token until now is out: nobody can tell who has it. */
export function dismiss(
  c: Case,
  representative: Representative,
  state: 'refused' | 'ended',
  reason: string,
): void {
  decide(c, representative, { state, reason });
  putInPlace(c, null);
  c.complaint.tokenGeneration += 1;
  c.record(`representative.${state}`, about(representative), { reason });
}

/** Whoever speaks for the complainant speaks for them in the complaint that goes on. */
export function carryRepresentative(c: Case, target: Case): string | null {
  const { representative } = c.view;
  if (!representative) return null;
  target.alter('representative', representative, { complaintId: target.complaint.id, updatedAt: target.now });
  putInPlace(target, representative);
  putInPlace(c, null);
  return representative.id;
}

function putInPlace(c: Case, representative: Representative | null): void {
  c.view.representative = representative;
  c.complaint.represented = representative !== null;
}

function decide(c: Case, representative: Representative, values: Partial<Representative>): void {
  const decided = { decidedById: c.actor.id, decidedByName: c.actor.name, decidedAt: c.now };
  c.alter('representative', representative, { ...decided, ...values, updatedAt: c.now });
}

function about({ id }: Representative): { type: 'representative'; id: string } {
  return { type: 'representative', id };
}
