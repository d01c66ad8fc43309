/** In milliseconds: a little less than a day, so that what is looked at every hour stays in the same hour. */
const INTERVAL = 23.5 * 3_600_000;

/** Whether what is done once a day is to be done again. @param last when it was done; undefined: never */
export function isDueDaily(last: Date | undefined, now: Date): boolean {
  return !last || now.getTime() - last.getTime() >= INTERVAL;
}
