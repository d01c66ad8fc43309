import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../../kernel/refusal.js';

/** The largest body of an ordinary request, in bytes, and the milliseconds in which all of it must be here. */
const ORDINARY = { maxBytes: 100_000, milliseconds: 30_000 };
/** How much of a body that is too large is still taken in, in bytes, so that its sender lives to read the 413. */
const PATIENCE = 16_000_000;

/** The bytes of a body, unread. */
export interface RawBody {
  bytes: Buffer;
  tooLarge: boolean;
}

/**
 * Collects the bytes of a request; never fails on what they are.
 * A body over the limit is known to be too large at once, while its rest is taken in and thrown away:
 * a connection that is closed in the face of a sender loses the answer that explains why.
 * @throws Refusal 400 where the sender went away half-way: half a body may well be valid, and must do nothing.
 */
export function collectBody(
  stream: IncomingMessage,
  { maxBytes, milliseconds } = ORDINARY,
): Promise<RawBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => reject(tooSlow()), milliseconds);
    const finish = (tooLarge: boolean) => {
      clearTimeout(timer);
      resolve({ bytes: Buffer.concat(chunks), tooLarge });
    };
    const giveUp = () => {
      clearTimeout(timer);
      reject(new Refusal('bad_request', 'The request ended before its body did.'));
    };
    if (Number(stream.headers['content-length']) > maxBytes) finish(true);
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      finish(true);
      if (length > maxBytes + PATIENCE) stream.destroy();
    });
    stream.once('end', () => finish(false));
    stream.once('error', giveUp);
    stream.once('close', giveUp);
  });
}

function tooSlow(): Refusal {
  return new Refusal('bad_request', 'The request did not arrive in time.', {}, { Connection: 'close' });
}
