import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { complaintAbout, THINGS } from '../../bench/house.js';

/** What was acknowledged to somebody who wrote. */
export interface Acknowledged {
  /** Of the complaint, or the note in it. */
  id: string;
  /** When the answer was there; milliseconds since 1970. */
  at: number;
}

/** What all writers together did. */
export interface Written {
  complaints: Acknowledged[];
  notes: Acknowledged[];
  /** Answers of 500 and more, and calls that got none. */
  failures: number;
}

interface Plan {
  baseUrl: string;
  authorization: string;
  writers: number;
  seconds: number;
}

const AGAIN = 100;

/**
 * Each writer receives complaints and puts notes to them, one call after the other. A call that fails, or gets no
 * answer, is sent again with its `Idempotency-Key` until it is acknowledged, as a front end does.
 */
export async function writeOn({ baseUrl, authorization, writers, seconds }: Plan): Promise<Written> {
  const end = Date.now() + seconds * 1000;
  const written: Written = { complaints: [], notes: [], failures: 0 };
  await Promise.all(Array.from({ length: writers }, writer));
  return written;

  async function writer(): Promise<void> {
    for (let nth = 0; Date.now() < end; nth += 1) {
      const complaint = await acknowledged(
        '/v1/complaints',
        complaintAbout(THINGS[nth % THINGS.length] ?? ''),
      );
      written.complaints.push(complaint);
      const path = `/v1/complaints/${complaint.id}/messages`;
      written.notes.push(await acknowledged(path, { audience: 'internal', body: 'The parcel looked well.' }));
    }
  }

  async function acknowledged(path: string, body: object): Promise<Acknowledged> {
    const key = randomUUID();
    for (;;) {
      const answer = await send(path, body, key);
      if (answer?.ok) return { id: ((await answer.json()) as { id: string }).id, at: Date.now() };
      if (answer && answer.status < 500 && answer.status !== 409)
        throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      written.failures += 1;
      await pause(AGAIN);
    }
  }

  /** Null where no answer came. */
  async function send(path: string, body: object, key: string): Promise<Response | null> {
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': key };
    try {
      const answer = await fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return new Response(await answer.text(), answer);
    } catch {
      return null;
    }
  }
}
