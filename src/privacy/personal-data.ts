import { COMPLAINT_DATA } from './map/complaints.data.js';
import { CUSTOMER_DATA } from './map/customers.data.js';
import type { PersonalColumn, SubjectKind, TableData } from './map/data.js';
import { HOUSE_DATA } from './map/house.data.js';
import { JOB_DATA } from './map/jobs.data.js';
import { KEEPING_DATA } from './map/keeping.data.js';
import { LOG_DATA } from './map/log.data.js';
import { MAIL_DATA } from './map/mails.data.js';

/**
 * THE MAP of personal data: every table of the database with every column, whether it can hold what a person typed or
 * can be known by, how its rows are reached, and what becomes of it on erasure. A test compares it with the database,
 * so that a column without a place here does not pass.
 */
export const PERSONAL_DATA: Record<string, TableData> = {
  ...COMPLAINT_DATA,
  ...CUSTOMER_DATA,
  ...LOG_DATA,
  ...HOUSE_DATA,
  ...JOB_DATA,
  ...KEEPING_DATA,
  ...MAIL_DATA,
};

/** The personal columns of one table, and which of its rows are a subject's. */
export interface PersonalColumns {
  table: string;
  /** What a row is, in words. */
  rows: string;
  /** A condition on the row, called `t`. @param ids SQL of the subjects' ids, a `uuid[]`: `$1::uuid[]` */
  where: (ids: string) => string;
  columns: ({ name: string } & PersonalColumn)[];
  /** The rows go as a whole. */
  deleted: boolean;
  /** The rows have a version, which every change raises. */
  versioned: boolean;
  /** The rows say when they were last changed. */
  dated: boolean;
}

/**
 * Everything that the database may hold about subjects of a kind. What hangs on a customer's complaints is reached by
 * the complaints: see `reach` for which those are.
 */
export function personalColumnsOf(subject: SubjectKind): PersonalColumns[] {
  return Object.entries(PERSONAL_DATA).flatMap(([table, data]) => {
    const { rows, of, personal, deleted = false, plain } = data;
    const where = of?.[subject];
    if (!where || !personal) return [];
    const columns = Object.entries(personal).map(([name, column]) => ({ name, ...column }));
    return [
      {
        ...{ table, rows, where, columns, deleted },
        versioned: plain.includes('version'),
        dated: plain.includes('updated_at'),
      },
    ];
  });
}
