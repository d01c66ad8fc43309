import type { Schema } from '../../src/commands/client/amends.js';

/** The resources as the published contract describes them to everybody. */

export type Complaint = Schema<'ComplaintDto'>;
/** What staff get back for what they hand in: the complaint, and the complainant's token. */
export type Received = Schema<'ReceivedComplaintDto'>;
/** A promise; named so because a test file knows another thing by the name Promise. */
export type Promised = Schema<'PromiseDto'>;
/** A broken promise. */
export type Breached = Schema<'BreachDto'>;
export type Fact = Schema<'FactDto'>;
export type Message = Schema<'MessageDto'>;
export type Tracking = Schema<'TrackingDto'>;
export type LogEntry = Schema<'TimelineEntryDto'>;
export type ActionOffer = Schema<'PossibleActionDto'>;
export type User = Schema<'UserDto'>;
export type Absence = Schema<'AbsenceDto'>;

/** How and when words were said; the body of an action that records them. */
export type Said = Schema<'SaidBody'>;
/** The body of `resolve`. */
export type Decision = Schema<'ResolveBody'>;

export interface List<T> {
  items: T[];
  nextCursor: string | null;
}

/** A refusal of whatever kind: what all have, and what one kind has. */
export type Problem = Schema<'Problem'> &
  Partial<Pick<Schema<'InputProblem'>, 'errors'>> &
  Partial<Pick<Schema<'VersionProblem'>, 'currentVersion'>> & {
    unmet?: Schema<'UnmetNeed'>[];
    state?: string;
  };
