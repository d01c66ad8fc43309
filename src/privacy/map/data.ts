import { ERASED } from '../../kernel/erased.js';

/** The words in which the map of personal data is written. */

/** Where what is known of a person hangs. */
export const SUBJECT_KINDS = ['complaint', 'customer', 'contact'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Kinds of personal data, as plans and certificates count them. */
export const DATA_KINDS = {
  names: 'names of the person, and how they like to be addressed',
  contact_data: 'email addresses, telephone numbers, postal addresses',
  words: 'what the person or the house wrote or said in free text',
  particulars: 'what was typed into fields: product, order, tags, references',
  vulnerability: 'that the person is vulnerable, and why',
  search: 'what search and comparison are made from',
  log: 'personal values of the entries of the log',
  traces: 'stored answers to repeated requests, and words of errors',
} as const;
export type DataKind = keyof typeof DATA_KINDS;

/** A column with what can name, reach or tell of a person. */
export interface PersonalColumn {
  kind: DataKind;
  /** SQL over the row, which is called `t`: what stands there afterwards. */
  becomes: string;
}

/** One table: where each of its columns belongs. */
export interface TableData {
  /** What a row is, in words. */
  rows: string;
  /** The rows of subjects of a kind: a condition on the row `t`. @param ids SQL of the subjects' ids, a `uuid[]` */
  of?: Partial<Record<SubjectKind, (ids: string) => string>>;
  personal?: Record<string, PersonalColumn>;
  /** The rows of a person are deleted as a whole. */
  deleted?: true;
  /** Names and contact data of the house's own people: they stay, for what they did stays. */
  staff?: readonly string[];
  /** Typed by the house about itself: reached from no person. */
  house?: readonly string[];
  /** Ids, enums, times, money, counts: nobody can be known by them alone. */
  plain: readonly string[];
}

/** Becomes null. */
export function cleared(kind: DataKind): PersonalColumn {
  return { kind, becomes: 'NULL' };
}

/** Becomes `[erased]`, where text must stand. */
export function standIn(kind: DataKind): PersonalColumn {
  return { kind, becomes: `'${ERASED}'` };
}

/** Becomes something else that says nothing. */
export function remade(kind: DataKind, becomes: string): PersonalColumn {
  return { kind, becomes };
}

/** The columns of a list in words. */
export function columns(names: string): readonly string[] {
  return names.trim().split(/\s+/);
}

/** A condition for rows that name their subject in one column. */
export function by(column: string): (ids: string) => string {
  return (ids) => `t.${column} = ANY (${ids})`;
}
