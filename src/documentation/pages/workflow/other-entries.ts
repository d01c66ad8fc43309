import type { EntryType } from '../../../audit/entry-catalogue.js';
import type { ActionName } from '../../../complaints/complaint.workflow.js';

/** Entries that an action writes instead of the one in its row, and when. */
export const OTHER_ENTRIES: Partial<Record<ActionName, { entry: EntryType; when: string }>> = {
  'assign-owner': { entry: 'complaint.owner_changed', when: 'on a handover' },
};
