import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Event } from '../../../src/audit/feed/event.js';
import { callBy, escalate, TestLog } from '../../audit/test-log.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { CAST } from '../../support/cast.js';
import { freePort } from '../../support/free-port.js';
import { Listening } from '../../support/listening.js';
import { signIn } from '../people.js';
import { type Program, startProgram } from '../start-program.js';

/** Seconds that the writers write for: `SEALER_SECONDS=30 npm test -- test/access/events/gapless`. */
const SECONDS = Number(process.env.SEALER_SECONDS ?? 3);
const WRITERS = 8;
const chance = (share: number) => Math.random() < share;

const folder = await mkdtemp(join(tmpdir(), 'amends-feed-'));
const shared = { KEYS_DIR: join(folder, 'keys'), RATE_LIMIT_PUBLIC: '0' };
const app = useTestApp({ env: shared });
const port = await freePort();
const elsewhere = `http://127.0.0.1:${port}`;

let url: string;
let log: TestLog;
let second: Program;

beforeAll(async () => {
  const [row] = await app.database.read<{ name: string }>('SELECT current_database() AS name');
  const address = new URL(process.env.TEST_SERVER ?? '');
  address.pathname = `/${row?.name ?? ''}`;
  url = address.href;
  second = await startSecond();
  log = await TestLog.open(url);
});
afterAll(async () => {
  await log.close();
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

/** Another process of the program; `api` seals nothing, and hears of it from the other. */
function startSecond(): Promise<Program> {
  return startProgram({ ...shared, DATA_DIR: folder, DATABASE_URL: url, PORT: String(port), ROLE: 'api' });
}

/** When each write that was committed was known to be, by its request. */
const committed = new Map<string, number>();
let entries = 0;

/** Writes on one of many complaints: some give up at the end, some hold their transaction open for long. */
async function write(complaints: string[]): Promise<void> {
  const id = complaints[Math.floor(Math.random() * complaints.length)] ?? '';
  const [givenUp, several] = [chance(0.2), chance(0.3) ? 3 : 1];
  const call = callBy();
  try {
    await log.ledger.write(call, 'escalate', [{ type: 'complaint', id }], async (c) => {
      for (let count = several; count > 0; count--) await escalate(c, id);
      if (chance(0.2)) await pause(Math.random() * 50);
      if (givenUp) throw new Error('given up');
      return { id };
    });
    committed.set(call.requestId, performance.now());
    entries += several;
  } catch (error) {
    if (!givenUp) throw error;
  }
}

interface Reader {
  seen: Event[];
  /** Milliseconds from when a write was known to be committed to when it was read; less than nothing is nothing. */
  lags: number[];
}

function see({ seen, lags }: Reader, event: Event): void {
  const { requestId, position } = event.data;
  const known = committed.get(requestId) ?? performance.now();
  if (position !== null && position > seen.length) lags.push(Math.max(0, performance.now() - known));
  seen.push(event);
}

interface Progress {
  last: number;
}

/** Asks for a piece, waits for the next, now here and now there. */
async function readPieces(token: string, progress: Progress): Promise<Reader> {
  const reader: Reader = { seen: [], lags: [] };
  for (let position = 0, turn = 0; position < progress.last; turn++) {
    const answer = await fetch(
      `${app.baseUrl}/v1/events?after=${position}&wait=1&limit=${1 + (turn % 100)}`,
      {
        headers: { Authorization: `Bearer ${token}` },
      },
    );
    const { items, nextPosition } = (await answer.json()) as { items: Event[]; nextPosition: number };
    for (const event of items) see(reader, event);
    position = nextPosition;
  }
  return reader;
}

/** Listens, loses the stream again and again, and goes on at the other process with `Last-Event-ID`. */
async function listen(token: string, progress: Progress): Promise<Reader & { streams: number }> {
  const reader: Reader = { seen: [], lags: [] };
  let [lastEventId, streams] = ['0', 0];
  while (Number(lastEventId) < progress.last) {
    const from = streams++ % 2 === 0 ? app.baseUrl : elsewhere;
    try {
      const stream = await Listening.open(`${from}/v1/events/stream`, token, {
        lastEventId,
        onEvent: ({ event, data }) => {
          if (event === 'message') see(reader, data as Event);
          else throw new Error(`${event} of a stream that goes on`);
        },
      });
      await Promise.race([stream.ended, pause(100 + Math.random() * 400)]);
      await stream.close();
      if (stream.lastEventId !== '') ({ lastEventId } = stream);
      if (stream.response.status !== 200) await pause(20);
    } catch {
      await pause(20); // that one is being started again
    }
  }
  return { ...reader, streams };
}

const p99 = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;

/** Breaks where positions are given by `seq` or before the commit, where news is missed, or where a stream skips. */
it(`readers of feed and stream see each committed entry once, in order, without a gap (${SECONDS} s)`, async () => {
  const complaints = await Promise.all(Array.from({ length: 12 }, () => log.complaint()));
  const progress = { last: Infinity };
  const token = async () => (await signIn(app, CAST.otto.email)).accessToken;
  const [forPieces, forStream] = [await token(), await token()];
  const readers = Promise.all([readPieces(forPieces, progress), listen(forStream, progress)]);
  const end = performance.now() + SECONDS * 1000;
  const writers = Array.from({ length: WRITERS }, async () => {
    while (performance.now() < end) await write(complaints);
  });
  await pause(SECONDS * 300);
  await second.close();
  second = await startSecond();
  await Promise.all(writers);
  await app.settle();
  progress.last = await log.count('entry_positions');
  const [pieces, stream] = await readers;

  expect(entries).toBeGreaterThan(WRITERS);
  for (const { seen } of [pieces, stream]) {
    expect(seen.map(({ data }) => data.position)).toEqual(seen.map((_, index) => index + 1));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen).toHaveLength(await log.count('entries'));
    expect(seen.filter(({ data }) => committed.has(data.requestId))).toHaveLength(entries);
  }
  expect(stream.streams).toBeGreaterThan(2);
  const lag = { feed: Math.round(p99(pieces.lags)), stream: Math.round(p99(stream.lags)) };
  process.stderr.write(
    `${entries} entries by ${WRITERS} writers in ${SECONDS} s, ${stream.streams} streams; ` +
      `p99 from commit to reader: feed ${lag.feed} ms, stream ${lag.stream} ms\n`,
  );
}, 180_000);

it('a stream of a process that stops ends in good order', async () => {
  const { accessToken } = await signIn(app, CAST.otto.email);
  const stream = await Listening.open(`${elsewhere}/v1/events/stream`, accessToken);
  const waiting = second
    .api(accessToken)
    .get(`/v1/events?after=${await log.count('entry_positions')}&wait=20&types=cause.created`);
  await pause(200);
  const begun = performance.now();
  await second.close();
  await stream.ended;
  expect(stream.cutOff).toBe(false);
  expectStatus(200, await waiting);
  expect(performance.now() - begun).toBeLessThan(5_000);
  second = await startSecond();
});
