import type { House } from '../house.js';
import { type Killings, killAll } from '../killer.js';
import { type Outage, outagesDuring } from '../outages.js';
import { FeedReader } from './reading.js';
import { troubleCommits } from './trouble.js';
import { judgeLog, type LogVerdict, stored } from './log-verdict.js';
import { writeOn } from './writing.js';

export interface LogTrial {
  writers: number;
  seconds: number;
  workers: number;
  killings: Killings;
  say: (text: string) => void;
}

/**
 * Many write, commits are slow or fail, sealer, API and PostgreSQL are killed, and one reader follows the feed; then
 * what the reader saw, what was acknowledged and what is on record must be the same.
 */
export async function logChaos(
  house: House,
  { writers, seconds, workers, killings, say }: LogTrial,
): Promise<LogVerdict & { outages: Outage[] }> {
  await house.startWorkers(workers);
  const { baseUrl, databaseUrl } = house;
  const before = await stored(databaseUrl);
  const authorization = await house.authorization();
  const reader = new FeedReader(baseUrl, await house.administration());
  await troubleCommits(databaseUrl);
  say(`${writers} write for ${seconds} s`);
  const plan = { baseUrl, authorization, writers, seconds };
  const working = Promise.all([writeOn(plan), killAll(house, killings, say)]);
  const outages = await outagesDuring(house, working);
  const [written] = await working;
  say('everything is acknowledged; judging');
  return { outages, ...(await judgeLog(databaseUrl, before, { written, reader, outages })) };
}
