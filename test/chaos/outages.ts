import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.js';

/** No worker was ready: PostgreSQL was away, or all of them were; milliseconds since 1970. */
export interface Outage {
  from: number;
  to: number;
}

const STEP = 100;

/** Asks the workers again and again while something goes on. @returns when none of them could have worked */
export async function outagesDuring(house: House, going: Promise<unknown>): Promise<Outage[]> {
  const outages: Outage[] = [];
  let since: number | null = null;
  let over = false;
  const ended = going.finally(() => (over = true));
  do {
    const asked = Date.now();
    const ready = await Promise.all(house.workers.map((worker) => worker.isReady()));
    if (!ready.includes(true)) since ??= asked;
    else if (since !== null) {
      outages.push({ from: since, to: Date.now() });
      since = null;
    }
    await Promise.race([pause(STEP), ended]);
  } while (!isOver());
  if (since !== null) outages.push({ from: since, to: Date.now() });
  await ended;
  return outages;

  function isOver(): boolean {
    return over;
  }
}
