/** How long a complaint is kept, explained; the shortest first. */
export const RETENTION_CLASSES = {
  standard: 'three years from receipt (DISP 1.9.1R asks this of most firms)',
  extended: 'five years from receipt (DISP 1.9.1R asks this of MiFID business and of collective portfolios)',
  long: 'seven years from receipt, for regulators who ask for more than five',
} as const;

export type RetentionClass = keyof typeof RETENTION_CLASSES;

export const RETENTION_NAMES = Object.keys(RETENTION_CLASSES) as RetentionClass[];
