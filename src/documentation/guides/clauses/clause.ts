import type { EntryType } from '../../../audit/entry-catalogue.js';
import type { ComplaintState } from '../../../complaints/complaint.states.js';
import type { PromiseKind } from '../../../complaints/complaint.words.js';
import type { ActionName } from '../../../complaints/complaint.workflow.js';

/** How far the program goes with what a clause asks. */
export const FULFILMENTS = {
  fulfilled: 'the program does what can be done by a program',
  partly: 'the program does a part; what is missing is said',
  not_done: 'the program does nothing for it',
  of_the_house: 'a matter of people and their management, which no program can do',
} as const;
export type Fulfilment = keyof typeof FULFILMENTS;

/** A clause of a norm, and what of the program answers to it. A made-up action, promise or entry does not compile. */
export interface Clause {
  /** As the norm numbers it. */
  number: string;
  title: string;
  /** What it asks, in words of our own. */
  asks: string;
  fulfilment: Fulfilment;
  /** What the program does. Markdown of `linked`. */
  how?: string;
  /** What it does not do. */
  missing?: string;
  states?: readonly ComplaintState[];
  actions?: readonly ActionName[];
  promises?: readonly PromiseKind[];
  entries?: readonly EntryType[];
  /** The files of tests that show it. */
  tests?: readonly string[];
}
