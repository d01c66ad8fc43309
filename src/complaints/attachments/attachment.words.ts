/** The closed lists of words about attachments, each value with its meaning. */

export const SCANS = {
  unscanned: 'nobody has looked for malware in it yet, or the house has no scanner',
  clean: 'a scanner found no malware in it',
  infected: 'a scanner found malware in it: it is kept and never given out',
} as const;
export type Scan = keyof typeof SCANS;

export const ATTACHED_BY = {
  customer: 'the customer brought it',
  staff: 'somebody of the house attached it',
} as const;
export type AttachedBy = keyof typeof ATTACHED_BY;

/** The most bytes that a file may have. */
export const MAX_FILE_SIZE = 20_000_000;
/** The most files of one call. */
export const MAX_FILES_OF_CALL = 10;
/** The most files of a complaint, and the most bytes of all of them together. */
export const MAX_FILES = 100;
export const MAX_BYTES = 200_000_000;
