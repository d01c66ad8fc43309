import type { Refusal } from '../../kernel/refusal.js';
import type { SubjectType } from '../entry-fields.js';

/** Something a write is about. The door locks its row before the change looks at it. */
export interface Subject {
  type: SubjectType;
  id: string;
  /** For a part of a complaint: a part of another complaint is as absent as none. */
  complaintId?: string;
  /**
   * `share` for what must only stay as it is meanwhile; `update-if-free` for what somebody else may have in hand: then
   * it is as good as missing. Default `update`.
   */
  mode?: 'update' | 'share' | 'update-if-free';
  /**
   * Waits for every other write that says so of its type: for a change that looks at more rows of the table than the
   * one it locks, such as the place in a tree.
   */
  alone?: boolean;
  /** What is thrown when there is no such row. Default `notFound()`. */
  missing?: Refusal;
  /** `If-Match` is compared with the version of this one. */
  versioned?: boolean;
}

export function subjectKey(subject: { type: SubjectType; id: string }): string {
  return `${subject.type}:${subject.id}`;
}

/** How the door answers a write. */
export interface Written {
  id: string;
  location: string | null;
  /** True when the same `Idempotency-Key` had this effect before and nothing was done now. */
  replayed: boolean;
  /** The status of the success; for a replay the remembered one. */
  status: number;
}
