import type { DataOf, EntryTypeOf } from '../../audit/entry-catalogue.js';
import type { Case } from '../case/case.js';
import type { ComplaintState } from '../complaint.states.js';
import type { PromiseKind } from '../complaint.words.js';
import type { Letter } from '../messages/telling.js';

/**
 * What each action does beyond its row of the table: the state it leads to where the row leaves a choice, its entry,
 * the letter to the customer, and what follows. Promises opened, kept and released stand in the row.
 */
export interface Done {
  to: ComplaintState;
  entry: Headline;
  letter?: Letter;
  /** Runs right after the entry, before the letter and the promises of the row. */
  first?: () => void;
  /** Promises to open instead of those of the row. */
  opens?: readonly PromiseKind[];
  /** Runs last, when the letter is told and the promises of the row are settled. */
  then?: () => void;
}

/** The entry about the complaint that an action writes, once the state is known. */
type Headline = (c: Case, state: ComplaintState) => void;

/** Typed where it is written: the data has to be that of the type. */
export function entry<T extends EntryTypeOf<'complaint'>>(type: T, data: Omit<DataOf<T>, 'state'>): Headline {
  return (c, state) => {
    c.recordHere(type, { ...data, state } as unknown as DataOf<T>);
  };
}
