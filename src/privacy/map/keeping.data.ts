import { by, cleared, columns, standIn, type TableData } from './data.js';

/** What keeps data from being erased, and who took it along. */
export const KEEPING_DATA: Record<string, TableData> = {
  legal_holds: {
    rows: 'what keeps something from being erased',
    of: { complaint: by('complaint_id'), customer: by('customer_id') },
    personal: { reason: standIn('words'), release_reason: cleared('words') },
    staff: columns('set_by_name released_by_name'),
    plain: columns(`
      id customer_id complaint_id until set_by_id released_at released_by_id version created_at updated_at`),
  },
  retention_runs: {
    rows: 'complaints whose time is over, erased together',
    staff: columns('planned_by_name decided_by_name'),
    plain: columns(
      'id state as_of planned_by_id decided_by_id decided_at done_at version created_at updated_at',
    ),
  },
  retention_run_items: {
    rows: 'what became of a complaint in a run',
    plain: columns('run_id complaint_id versions state refused_for erasure_id done_at'),
  },
  subject_exports: {
    rows: 'that everything known about the person was exported',
    of: { complaint: by('complaint_id'), customer: by('customer_id'), contact: by('contact_id') },
    staff: columns('made_by_name'),
    plain: columns('id customer_id contact_id complaint_id made_by_id expires_at version created_at'),
  },
};
