import { setTimeout as pause } from 'node:timers/promises';
import { ask, complaintAbout, THINGS } from '../bench/house.js';

/** Promises of people, made through the API. */
export interface Promised {
  /** By id, when it is due; milliseconds since 1970. */
  dueTimes: Map<string, number>;
  /** When the first can be due; milliseconds since 1970. */
  from: number;
  /** When the last is due. */
  to: number;
}

export interface Plan {
  baseUrl: string;
  authorization: string;
  promises: number;
  /** The due times lie within so many seconds. */
  seconds: number;
}

const EACH = 10;
const CALLERS = 8;
const FEW = 100;
const YEAR = 365 * 24 * 3_600_000;
/** Later ones may take longer than those few. */
const CAUTION = 1.3;
/** Between the last promise made and the first due. */
const AIR = 2000;

/**
 * Receives complaints and promises ten call-backs in each, due at times spread evenly and in no order. The first is due
 * when all are made: how long that takes is told by a few that are due in a year.
 */
export async function promise(plan: Plan): Promise<Promised> {
  const { promises, seconds } = plan;
  const places = Array.from({ length: Math.ceil(promises / EACH) }, (_, index) => index);
  const complaints = await atOnce(places, (index) => receive(plan, index));
  const few = complaints.slice(0, FEW);
  const began = Date.now();
  await atOnce(few, (complaintId) => callBack(plan, complaintId, began + YEAR));
  const pace = (Date.now() - began) / few.length;
  const from = Date.now() + AIR + pace * promises * CAUTION;
  const dueTimes = new Map<string, number>();
  await atOnce(complaints, async (complaintId, index) => {
    for (let nth = index * EACH; nth < Math.min(promises, (index + 1) * EACH); nth += 1) {
      const due = Math.floor(from + shuffled(nth, promises) * ((seconds * 1000) / promises));
      dueTimes.set(await callBack(plan, complaintId, due), due);
    }
  });
  await pause(Math.max(0, from - AIR / 2 - Date.now()));
  return { dueTimes, from, to: from + seconds * 1000 };
}

async function receive({ baseUrl, authorization }: Plan, index: number): Promise<string> {
  const body = complaintAbout(THINGS[index % THINGS.length] ?? '');
  const { id } = await ask<{ id: string }>(baseUrl, 'POST', '/v1/complaints', authorization, body);
  return id;
}

async function callBack({ baseUrl, authorization }: Plan, complaintId: string, due: number): Promise<string> {
  const body = { kind: 'callback', what: 'Call back', dueAt: new Date(due).toISOString() };
  const path = `/v1/complaints/${complaintId}/promises`;
  const { id } = await ask<{ id: string }>(baseUrl, 'POST', path, authorization, body);
  return id;
}

/** Each place from 0 to `count` once, far from its neighbours. */
function shuffled(nth: number, count: number): number {
  return (nth * stride(count)) % count;
}

/** Near the golden section of `count`, and without a divisor in common. */
function stride(count: number): number {
  let step = Math.max(1, Math.round(count * 0.618));
  while (divisor(step, count) > 1) step += 1;
  return step;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

async function atOnce<T, R>(items: T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const caller = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return results;
}
