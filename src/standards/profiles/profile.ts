import type { Period, Weekday } from '../../kernel/opening-hours.js';
import type { Term } from '../../kernel/term.js';
import type { StandardKind } from '../standard.js';

/** What a regulator asks of a house that handles complaints, as data. */
export interface Profile {
  /** snake_case: `uk_disp`. */
  name: string;
  title: string;
  /** The text it comes from, with the date of the version that was read. */
  source: string;
  /** IANA zone in which its days are counted. */
  zone: string;
  /** Whose public holidays are no business days; null where no term of it counts business time. */
  businessDays: BusinessDays | null;
  /** Made beside those of the house's own standard. */
  promises: LegalPromise[];
  /** Whether a legal promise may wait for the customer. */
  pauseRule: { pauses: boolean; meaning: string };
  /** Letters that must be written, with what they must say. */
  letters: RequiredLetter[];
  /** The bands of the return, in order; the last one is open. */
  timeBands: TimeBand[];
  /** How long records are kept; ISO 8601. */
  retention: string;
  /** Where else a customer may turn, in the words of a letter. */
  routesOutside: string;
}

export interface BusinessDays {
  /** ISO 3166-1. */
  country: string;
  /** Of the country, as the holiday library names it: `ENG`. */
  region: string | null;
  days: readonly Weekday[];
  hours: Period;
}

export interface LegalPromise extends Term {
  kind: StandardKind;
  warnAtPercent: number;
  clause: string;
  /** How far it may be moved, counted from the same beginning; null: not at all. */
  extension: Extension | null;
}

export interface Extension {
  /** Null: any date, as the law sets no further limit. */
  limit: Term | null;
  clause: string;
  /** The letter that must tell the customer. */
  letter: string;
}

export interface RequiredLetter {
  name: string;
  clause: string;
  mustSay: string[];
}

export interface TimeBand {
  name: string;
  /** Null: without end. */
  upTo: Term | null;
}
