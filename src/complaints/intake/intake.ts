import type { DataOf } from '../../audit/entry-catalogue.js';
import type { Complaint } from '../complaint.entity.js';
import type { ComplaintChangesBody, StaffComplaintBody } from './complaint.intake.dto.js';
import type { Place } from '../../organisation/place.js';
import type { Traits } from '../../standards/standard.js';
import { FIRST_GENERATION } from '../representation/representing.js';
import { complainantOf } from '../shown/shown-complaint.js';
import type { Terms } from '../promises/terms.js';
import { classFor } from '../retention/retention.js';

/** Where nobody says another. */
const LANGUAGE = 'en';

/** From what was handed in to a complaint, and from a patch to what it changes. */

export function receivedComplaint(
  body: StaffComplaintBody,
  made: { id: string; reference: string; now: Date; terms: Terms; place: Place },
): Complaint {
  const { id, reference, now, terms, place } = made;
  const { complainant = {} } = body;
  return {
    id,
    reference,
    state: 'received',
    version: 0,
    channel: body.channel,
    language: body.language ?? LANGUAGE,
    subject: body.subject ?? null,
    description: body.description,
    desiredOutcome: body.desiredOutcome ?? null,
    product: body.product ?? null,
    orderReference: body.orderReference ?? null,
    occurredAt: body.occurredAt ? new Date(body.occurredAt) : null,
    externalId: body.externalId ?? null,
    tags: body.tags ?? [],
    categoryId: body.categoryId ?? null,
    complainantName: complainant.name ?? null,
    complainantEmail: complainant.email ?? null,
    complainantPhone: complainant.phone ?? null,
    complainantAddress: complainant.address ?? null,
    customerId: body.customerId ?? null,
    accountId: body.accountId ?? null,
    ...place,
    answerVia: body.answerVia ?? 'tracking',
    answerViaReason: body.answerViaReason ?? null,
    severity: body.severity ?? null,
    tier: body.tier ?? null,
    standardId: terms.standard.id,
    standardVersion: terms.standard.version,
    profile: terms.profile.name,
    retentionClass: classFor(terms.profile.retention),
    complainedAboutUserIds: body.complainedAboutUserIds ?? [],
    receivedAt: body.receivedAt ? new Date(body.receivedAt) : now,
    createdAt: now,
    updatedAt: now,
    ...NOTHING_YET,
    decidedByIds: [],
  };
}

/** What a standard is chosen by, of a complaint to be. */
export function traitsGiven(body: StaffComplaintBody): Traits {
  const { channel, language = LANGUAGE, tier = null, categoryId = null, severity = null } = body;
  return { channel, language, tier, categoryId, severity };
}

export function receivedEntry(c: Complaint): DataOf<'complaint.received'> {
  return {
    state: c.state,
    reference: c.reference,
    channel: c.channel,
    language: c.language,
    receivedAt: c.receivedAt.toISOString(),
    occurredAt: c.occurredAt?.toISOString() ?? null,
    answerVia: c.answerVia,
    severity: c.severity,
    tier: c.tier,
    categoryId: c.categoryId,
    legalEntityId: c.legalEntityId,
    brandId: c.brandId,
    branchId: c.branchId,
    standardId: c.standardId,
    standardVersion: c.standardVersion,
    profile: c.profile,
    complainedAboutUserIds: c.complainedAboutUserIds,
    earlierComplaints: c.earlierComplaints,
    subject: c.subject,
    description: c.description,
    desiredOutcome: c.desiredOutcome,
    product: c.product,
    orderReference: c.orderReference,
    externalId: c.externalId,
    tags: c.tags,
    answerViaReason: c.answerViaReason,
    complainant: complainantOf(c),
  };
}

/** The columns that a patch gives another value. What is already so is no change. */
export function changedParticulars(now: Complaint, body: ComplaintChangesBody): Partial<Complaint> {
  const { complainant, ...rest } = body;
  const given: Partial<Complaint> = { ...rest };
  if (complainant !== undefined) {
    const cleared = { name: null, email: null, phone: null, address: null };
    const { name, email, phone, address } = complainant ?? cleared;
    Object.assign(given, {
      ...(name !== undefined && { complainantName: name }),
      ...(email !== undefined && { complainantEmail: email }),
      ...(phone !== undefined && { complainantPhone: phone }),
      ...(address !== undefined && { complainantAddress: address }),
    });
  }
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(now[field as keyof Complaint]);
  return Object.fromEntries(
    (Object.entries(given) as [string, unknown][]).filter(([, value]) => value !== undefined).filter(differs),
  );
}

const NOTHING_YET = {
  assessment: null,
  summary: null,
  ownerId: null,
  ownerName: null,
  ownerEmail: null,
  ownerPhone: null,
  ownerAssignedAt: null,
  level: 0,
  disputed: false,
  conflictToldAt: null,
  resolution: null,
  askedIn: null,
  pausesUsed: 0,
  endedIn: null,
  endedAt: null,
  nextDueAt: null,
  replyBy: null,
  pausedSince: null,
  closesAt: null,
  openReferrals: 0,
  closingNoticeId: null,
  wakeAt: null,
  disputableUntil: null,
  mergedIntoId: null,
  earlierComplaints: 0,
  tokenGeneration: FIRST_GENERATION,
  represented: false,
  closedAt: null,
  eraseAfter: null,
  erasedAt: null,
} satisfies Partial<Complaint>;
