import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** Whose complaint it is: who speaks for the complainant, and which part of the house it is about. */

/** The state after it. `version` counts the versions of this unit. */
const unit = {
  version: plain<number>(),
  kind: plain<string>(),
  code: plain<string>(),
  legalEntityId: plain<string | null>(),
  brandId: plain<string | null>(),
  retired: plain<boolean>(),
  name: personal<string>(),
};

const UNITS = {
  'organisation_unit.created': {
    subject: 'organisation_unit',
    meaning: 'There is a new legal entity, brand or branch to choose.',
    data: unit,
  },
  'organisation_unit.updated': {
    subject: 'organisation_unit',
    meaning:
      'A legal entity, brand or branch was renamed, retired or brought back. `changed` names what; the fields ' +
      'hold the state after it.',
    data: { changed: plain<string[]>(), ...unit },
  },
} as const satisfies Record<string, EntrySpec>;

const reason = personal<string>();

const REPRESENTATIVES = {
  'representative.named': {
    subject: 'representative',
    meaning: 'Somebody says that they complain for the complainant. Their authority was not seen yet.',
    data: {
      relation: plain<string>(),
      name: personal<string>(),
      email: personal<string | null>(),
      phone: personal<string | null>(),
      address: personal<string | null>(),
      organisation: personal<string | null>(),
    },
  },
  'representative.confirmed': {
    subject: 'representative',
    meaning:
      'The authority of a representative was seen: of what kind, since when, until when, and for how much. ' +
      '`evidence` says what was seen.',
    data: {
      kind: plain<string>(),
      scope: plain<string>(),
      grantedAt: plain<string>(),
      validUntil: plain<string | null>(),
      evidence: personal<string>(),
    },
  },
  'representative.refused': {
    subject: 'representative',
    meaning:
      'Somebody who claimed to represent the complainant does not. Tracking tokens from before open nothing any more.',
    data: { reason },
  },
  'representative.ended': {
    subject: 'representative',
    meaning:
      'A representative speaks for the complainant no longer. Tracking tokens from before open nothing any more.',
    data: { reason },
  },
} as const satisfies Record<string, EntrySpec>;

export const PARTY_ENTRIES = { ...UNITS, ...REPRESENTATIVES } as const;
