import { PERSONAL_DATA } from '../personal-data.js';
import { type DataKind, SUBJECT_KINDS, type SubjectKind, type TableData } from '../map/data.js';

/** One section of an export: the rows of a table that are a person's. */
export interface Section {
  table: string;
  what: string;
  /** Whose rows can be here, each with a condition on the row `t`. */
  of: [SubjectKind, (ids: string) => string][];
  /** What is read of a row `t`, as SQL. */
  select: string;
  personal: string[];
  leftOut: string[];
}

/** What only the program's own work needs: made from what is exported anyway, or forgotten within a day. */
const OF_THE_PROGRAM: readonly DataKind[] = ['search', 'traces'];

/** Columns in which the names of staff stand among what is the person's. SQL over the row `t`. */
const WITHOUT_STAFF: Record<string, string> = {
  'messages.author_name': `CASE WHEN t.author_kind = 'complainant' THEN t.author_name END`,
  'complaints.resolution': `t.resolution #- '{resolvedBy,name}'`,
};

/**
 * Every table that has rows of a person, from the map of personal data: a table that is new there is exported. The log
 * is told entry by entry (`timeline.ts`).
 */
export function sections(): Section[] {
  return Object.entries(PERSONAL_DATA)
    .filter(([table]) => table !== 'entry_values')
    .flatMap(([table, data]) => sectionOf(table, data));
}

function sectionOf(table: string, { rows, of = {}, personal = {}, staff = [], plain }: TableData): Section[] {
  const subjects = SUBJECT_KINDS.flatMap((kind): Section['of'] => {
    const where = of[kind];
    return where ? [[kind, where]] : [];
  });
  const names = Object.entries(personal);
  const told = names.filter(([, { kind }]) => !OF_THE_PROGRAM.includes(kind)).map(([name]) => name);
  if (subjects.length === 0 || (names.length > 0 && told.length === 0)) return [];
  const select = [...plain, ...told].map((name) => {
    const instead = WITHOUT_STAFF[`${table}.${name}`];
    return instead ? `${instead} AS ${name}` : `t.${name}`;
  });
  return [
    {
      ...{ table, what: rows, of: subjects, select: select.join(', ') },
      ...{ personal: told, leftOut: [...staff] },
    },
  ];
}
