import { stringify } from 'csv-stringify/sync';
import type { Entry } from '../entries/entry.js';

/** How entries are written to a file. */
export interface ExportForm {
  name: 'ndjson' | 'csv';
  type: string;
  /** What stands before the first entry. */
  head: string;
  lines(entries: Entry[]): string;
}

/** The columns of the CSV, and what stands in each. `data` is JSON, as in the other form. */
const COLUMNS: Readonly<Record<string, (entry: Entry) => string | number | null>> = {
  position: (entry) => entry.position,
  seq: (entry) => entry.seq,
  id: (entry) => entry.id,
  at: (entry) => entry.at,
  type: (entry) => entry.type,
  actorKind: (entry) => entry.actor.kind,
  actorId: (entry) => entry.actor.id,
  actorName: (entry) => entry.actor.name,
  subjectType: (entry) => entry.subject.type,
  subjectId: (entry) => entry.subject.id,
  complaintId: (entry) => entry.complaintId,
  complaintVersion: (entry) => entry.complaintVersion,
  requestId: (entry) => entry.requestId,
  data: (entry) => JSON.stringify(entry.data),
};

/**
 * RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front: names and words come from
 * anybody.
 */
function csv(rows: unknown[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

const read = Object.values(COLUMNS);

export const EXPORT_FORMS: readonly [ExportForm, ExportForm] = [
  {
    name: 'ndjson',
    type: 'application/x-ndjson',
    head: '',
    lines: (entries) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
  },
  {
    name: 'csv',
    type: 'text/csv',
    head: csv([Object.keys(COLUMNS)]),
    lines: (entries) => csv(entries.map((entry) => read.map((cell) => cell(entry)))),
  },
];
