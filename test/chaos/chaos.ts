import { setTimeout as pause } from 'node:timers/promises';
import { House } from './house.js';
import { type Killings, killAll } from './killer.js';
import { type Outage, outagesDuring } from './outages.js';
import { promise } from './promising.js';
import { judge, type Verdict } from './verdict.js';

export interface Trial {
  promises: number;
  /** The promises are due within so many seconds. */
  seconds: number;
  workers: number;
  killings: Killings;
  say: (text: string) => void;
}

export interface Outcome extends Verdict {
  outages: Outage[];
}

/** Makes promises, lets their time come while workers and database are killed, and judges what became of them. */
export async function chaos(
  house: House,
  { promises, seconds, workers, killings, say }: Trial,
): Promise<Outcome> {
  await house.startWorkers(workers);
  say(`making ${promises} promises`);
  const { baseUrl, databaseUrl } = house;
  const promised = await promise({ baseUrl, authorization: await house.authorization(), promises, seconds });
  say(`${promises} promises are due within ${seconds} s, beginning now`);
  const lastIsDue = pause(promised.to - Date.now());
  const outages = await outagesDuring(house, Promise.all([killAll(house, killings, say), lastIsDue]));
  say('the last is due; judging');
  return { outages, ...(await judge(databaseUrl, promised, outages)) };
}
