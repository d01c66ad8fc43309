import type { RepresentativeDto, RepresentedByDto } from './representative.dto.js';
import type { Representative } from './representative.entity.js';
import type { Told } from './representative.words.js';

/** A representative as the house sees them. */
export function shownRepresentative(r: Representative): RepresentativeDto {
  return {
    id: r.id,
    name: r.name,
    email: r.email,
    phone: r.phone,
    address: r.address,
    organisation: r.organisation,
    relation: r.relation,
    state: r.state,
    authority: authorityOf(r),
    decidedBy: r.decidedAt && { id: r.decidedById, name: r.decidedByName },
    decidedAt: r.decidedAt?.toISOString() ?? null,
    reason: r.reason,
    version: r.version,
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
  };
}

/** What the complaint says of who speaks for the complainant. */
export function representedBy(r: Representative | undefined): RepresentedByDto | null {
  if (!r) return null;
  const { id, name, state, authorityValidUntil } = r;
  return { id, name, state, told: toldOf(r), validUntil: authorityValidUntil?.toISOString() ?? null };
}

function toldOf({ state, authorityScope }: Representative): Told {
  if (state !== 'confirmed') return 'complainant';
  return authorityScope === 'full' ? 'representative' : 'both';
}

function authorityOf(r: Representative): RepresentativeDto['authority'] {
  const { authorityKind: kind, authorityScope: scope, authorityGrantedAt: since } = r;
  if (kind === null || scope === null || since === null) return null;
  const validUntil = r.authorityValidUntil?.toISOString() ?? null;
  return { kind, grantedAt: since.toISOString(), validUntil, evidence: r.authorityEvidence, scope };
}

/** Those who speak, or say so, on these complaints: one each at most. */
export const AT_WORK_ON = `
  SELECT r.* FROM representatives r
  WHERE r.complaint_id = ANY ($1::uuid[]) AND r.state IN ('claimed', 'confirmed')`;
