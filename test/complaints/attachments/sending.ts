import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { FORM_HEADERS, formBody } from '../../support/form.js';
import type { Made } from '../../support/make.js';

/** Customers who send as no client of the tests does. */

/** Sends so many files of so many bytes, made as they are sent. @returns the status */
export function stream(app: TestApp, { trackingToken }: Made, count: number, size: number): Promise<number> {
  const chunk = Buffer.alloc(64_000, 7);
  const [begin, end] = ends();
  function* bytes() {
    for (let file = 0; file < count; file++) {
      yield file === 0 ? begin : Buffer.concat([Buffer.from('\r\n'), begin]);
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    }
    yield end;
  }
  return new Promise((resolve, reject) => {
    const asked = ask(app, trackingToken);
    asked.on('response', (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject);
    Readable.from(bytes()).pipe(asked);
  });
}

/** Sends a part of a form, and breaks the connection once something has arrived. */
export async function hangUp(
  app: TestApp,
  { trackingToken }: Made,
  { part, whole, arrived }: { part: Buffer; whole: number; arrived: () => Promise<void> },
): Promise<void> {
  const asked = ask(app, trackingToken, { 'Content-Length': whole });
  const closed = new Promise((resolve) => asked.once('close', resolve));
  asked.on('error', () => undefined);
  asked.write(part);
  await eventually(arrived);
  asked.destroy();
  await closed;
}

function ask({ baseUrl }: TestApp, token: string, more: Record<string, string | number> = {}) {
  const headers = { ...FORM_HEADERS, Authorization: `Bearer ${token}`, ...more };
  return request(new URL('/v1/tracking/attachments', baseUrl), { method: 'POST', headers });
}

/** What stands before and behind the bytes of a file. */
function ends(): [Buffer, Buffer] {
  const [before = '', after = ''] = formBody([{ content: 'HERE' }])
    .toString()
    .split('HERE');
  return [Buffer.from(before), Buffer.from(after)];
}
