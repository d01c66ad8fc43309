import type { Templates } from '../../communications/letters/templates.js';
import type { BusinessCalendar } from '../../kernel/business-time.js';
import { chooseStandard } from '../../standards/choose-standard.js';
import type { Profile } from '../../standards/profiles/profile.js';
import type { Standard, StandardPromise, Traits } from '../../standards/standard.js';
import type { Complaint } from '../complaint.entity.js';
import type { PromiseKind } from '../complaint.words.js';

/** A calendar in one of its versions, ready to count with. The business days of a profile have no id. */
export interface CalendarAtHand {
  id: string | null;
  name: string;
  version: number;
  arithmetic: BusinessCalendar;
}

/** A standard with the calendar that its business time is counted by, as that is now. */
export interface Measure {
  standard: Standard;
  calendar: CalendarAtHand | null;
}

/**
 * What the promises of a complaint are counted by: the standard that it keeps, and the law; and by which templates the
 * customer is told.
 */
export interface Terms extends Measure {
  profile: Profile;
  /** The business days of the profile. */
  legalCalendar: CalendarAtHand | null;
  /** Every calendar that a promise can be counted by, as it is now, by its id. */
  calendars: ReadonlyMap<string, CalendarAtHand>;
  /** The standards of the house as they are now, in the order in which they are asked. */
  offered: readonly Measure[];
  /** Of letters, as they are now. */
  templates: Templates;
}

/** No complaint is escalated higher. */
export const HIGHEST_LEVEL = 3;

export function standardPromise({ standard }: Measure, kind: PromiseKind): StandardPromise | undefined {
  return standard.promises.find((promise) => promise.kind === kind);
}

/** Name and version, as promises and the log call a standard. */
export function nameOf({ name, version }: Pick<Standard, 'name' | 'version'>): string {
  return `${name}/${version}`;
}

/** What a standard is chosen by. */
export function traitsOf(c: Pick<Complaint, keyof Traits>): Traits {
  const { tier, channel, categoryId, severity, language } = c;
  return { tier, channel, categoryId, severity, language };
}

/** Of these standards the one that fits. */
export function fitting(offered: readonly Measure[], traits: Traits): Measure {
  const chosen = chooseStandard(
    offered.map(({ standard }) => standard),
    traits,
  );
  const measure = offered.find(({ standard }) => standard === chosen);
  if (!measure) throw new Error('the standard that fits is none of those offered');
  return measure;
}
