import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './house.js';

/** When what is killed, in milliseconds from now on. */
export interface Killings {
  workers: number[];
  database: number[];
  api: number[];
}

/** A worker every 5 to 15 s, PostgreSQL three times, about evenly spread; on demand the API as often as a worker. */
export function killingsWithin(seconds: number, { api = false } = {}): Killings {
  const third = (seconds * 1000) / 3;
  const database = [0, 1, 2].map((nth) => third * nth + between(0.2 * third, 0.8 * third));
  return { workers: nowAndThen(seconds), database, api: api ? nowAndThen(seconds) : [] };
}

function nowAndThen(seconds: number): number[] {
  const moments: number[] = [];
  for (let at = between(2000, 8000); at < seconds * 1000; at += between(5000, 15_000)) moments.push(at);
  return moments;
}

/** Kills as planned; each worker is started again by its supervisor, PostgreSQL after one to three seconds. */
export async function killAll(
  house: House,
  { workers, database, api }: Killings,
  say: (text: string) => void,
): Promise<void> {
  const began = performance.now();
  const until = (moment: number) => pause(Math.max(0, moment - (performance.now() - began)));
  const killWorkers = async () => {
    for (const moment of workers) {
      await until(moment);
      const which = Math.floor(between(0, house.workers.length));
      house.workers[which]?.kill();
      say(`kill -9 of worker ${which + 1}`);
    }
  };
  const killApi = async () => {
    for (const moment of api) {
      await until(moment);
      house.killApi();
      say('kill -9 of the API');
    }
  };
  const killDatabase = async () => {
    for (const moment of database) {
      await until(moment);
      const from = Date.now();
      await house.server.kill();
      await pause(between(1000, 3000));
      await house.server.start();
      say(`kill -9 of PostgreSQL, away for ${Date.now() - from} ms`);
    }
  };
  await Promise.all([killWorkers(), killApi(), killDatabase()]);
}

function between(low: number, high: number): number {
  return low + Math.random() * (high - low);
}
