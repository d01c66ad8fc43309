import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '../../../kernel/identifiers.js';
import { Refusal } from '../../../kernel/refusal.js';
import { type Problem, problemOf } from '../problem.js';

/**
 * Answers what is no HTTP request at all, on the bare socket, and closes it: nobody knows where the next request
 * would begin. A socket on which an answer has begun is closed without a word.
 */
export function answerClientErrors(publicUrl: string) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasBegunToAnswer(socket)) {
      socket.destroy();
      return;
    }
    const requestId = newId();
    socket.end(writeOut(problemOf(refusalOf(error), requestId, publicUrl), requestId));
  };
}

function refusalOf({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Refusal('headers_too_large', 'The headers may have 16 kB together.');
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Refusal('bad_request', 'The request did not arrive in time.');
  return new Refusal('bad_request', 'This is not a well-formed HTTP request.');
}

function writeOut({ status, headers, body }: Problem, requestId: string): Buffer {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `X-Request-Id: ${requestId}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}

/** Node keeps the answer that is being written on its socket. */
function hasBegunToAnswer(socket: Socket & { _httpMessage?: { headersSent: boolean } | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}
