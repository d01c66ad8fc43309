/** What stands where text must stand, and the text was erased. */
export const ERASED = '[erased]';

/** What any change of a record needs that can be erased. */
export const NOT_ERASED = {
  code: 'erased',
  detail: 'a record whose personal data were not erased',
} as const;
