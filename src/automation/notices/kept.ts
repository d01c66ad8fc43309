const DAY = 24 * 3_600_000;

/** In milliseconds: what was read is of no use after so long, and what nobody read in a year nobody will. */
export const KEPT = { read: 90 * DAY, unread: 365 * DAY };
