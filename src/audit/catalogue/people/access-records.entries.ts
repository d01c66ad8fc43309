import type { ProblemCode } from '../../../kernel/refusal.js';
import { type EntrySpec, plain, type SubjectType } from '../../entry-fields.js';

/** What one caller read by one operation: of one subject, or as a list. */
export interface ReadLine {
  /** The `operationId`. */
  operation: string;
  /** Whose data were shown; both null for a list as such, which `shown` counts. */
  subjectType: SubjectType | null;
  subjectId: string | null;
  times: number;
  /** How many resources were shown in all. */
  shown: number;
  /** How many of the times were searches by words. The words are not kept. */
  searched: number;
}

/** What one caller was refused by one operation, for one reason. */
export interface RefusalLine {
  operation: string;
  code: ProblemCode;
  /** What was asked for, where the caller was signed in and the path named it. */
  subjectType: SubjectType | null;
  subjectId: string | null;
  times: number;
}

/** Sign-ins that failed for one user; `userId` is null for addresses that nobody has. */
export interface RefusedSignIn {
  userId: string | null;
  reason: 'unknown_address' | 'wrong_password' | 'user_disabled';
  times: number;
}

/** From the first to the last request, and how many; the further entries of a long batch say 0 of them. */
const WHILE = { from: plain<string>(), to: plain<string>(), requests: plain<number>() };

/**
 * Who saw what, and who was refused. They are written in batches, seconds after it happened, and belong to no
 * complaint: they never stand in a timeline.
 */
export const ACCESS_RECORD_ENTRIES = {
  'personal_data.read': {
    subject: 'access_record',
    meaning:
      'Somebody was shown personal data: which operations, of whom, and how often, in a few seconds. What a list ' +
      'showed is named once an hour for each reader; words that were searched for are not kept.',
    data: { ...WHILE, reads: plain<ReadLine[]>() },
  },
  'log.read': {
    subject: 'access_record',
    meaning:
      'Somebody searched the log. Whoever follows it by position is named once an hour; a search for one complaint ' +
      'names the complaint.',
    data: { ...WHILE, reads: plain<ReadLine[]>() },
  },
  'tracking.used': {
    subject: 'access_record',
    meaning:
      'A complainant looked at their complaint by its tracking token. Said at most once an hour of each complaint by ' +
      'each process.',
    data: { usedAt: plain<string>(), aboutComplaintId: plain<string>() },
  },
  'access.refused': {
    subject: 'access_record',
    meaning:
      'A caller was refused: not signed in, not allowed, too often, or (where signed in) what they asked for is not ' +
      'there for them. Callers who are not signed in are counted together, once a minute.',
    data: { ...WHILE, refusals: plain<RefusalLine[]>() },
  },
  'session.refused': {
    subject: 'access_record',
    meaning:
      'Sign-ins failed. Counted together once a minute. Only users are named: what else was typed as an address is ' +
      'not kept, for it can be a password, or the address of a customer.',
    data: { ...WHILE, attempts: plain<RefusedSignIn[]>() },
  },
  'access.unrecorded': {
    subject: 'access_record',
    meaning:
      'There was more to put on record than was kept in memory, because of a flood or because the database was away: ' +
      'so many requests that read, and that were refused, are missing in this time.',
    data: { from: plain<string>(), to: plain<string>(), reads: plain<number>(), refusals: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
