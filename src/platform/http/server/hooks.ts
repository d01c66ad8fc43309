import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Refusal } from '../../../kernel/refusal.js';
import type { Config } from '../../config.js';
import type { Draining } from '../../health/draining.js';
import { logRequests } from '../../logging/request-log.js';
import type { Answered } from '../answered.js';
import { collectBody } from '../input/raw-body.js';
import { contextOf } from '../request-context.js';
import { onAnswer } from './answer-headers.js';
import { closeInGoodOrder } from './closing.js';
import { commonHeaders } from './common-headers.js';
import { cors } from './cors.js';

/** More header fields than this are refused; Node would drop the rest in silence. */
const MAX_HEADERS = 100;
const MAX_CONNECTIONS = 2000;

export interface HookParts {
  config: Config;
  log: Logger;
  draining: Draining;
  answered: Answered;
}

/** Gives the bare server our habits; all of them hold for unknown paths too. */
export function installHooks(server: FastifyInstance, { config, log, draining, answered }: HookParts): void {
  const setCommonHeaders = commonHeaders(config);
  const answerCors = cors(config.corsOrigins);
  server.server.maxConnections = MAX_CONNECTIONS;
  server.decorateRequest('amends', null);
  server.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply);
    if (answerCors(request, reply)) return;
    hideContentType(request);
    done(badHeaders(request) ?? undefined);
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', async (request: FastifyRequest) => {
    if (!readsBody(request)) contextOf(request).rawBody = await collectBody(request.raw);
  });
  server.addHook('preSerialization', onAnswer);
  closeInGoodOrder(server, draining);
  server.addHook('onResponse', logRequests(log));
  server.addHook('onResponse', answered.hook);
  // An expectation other than 100-continue may be ignored (RFC 9110, section 10.1.1); Node's own answer has no body.
  server.server.on('checkExpectation', (request, response) =>
    server.server.emit('request', request, response),
  );
}

/** For what fails before any hook has run: a path that cannot be decoded. */
export type AnswerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

export function frameworkErrors(config: Config, answer: AnswerError): AnswerError {
  const setCommonHeaders = commonHeaders(config);
  return (error, request, reply) => {
    setCommonHeaders(request, reply);
    answer(error, request, reply);
  };
}

/** Fastify would answer 415 itself to a `Content-Type` that it cannot read, ahead of 401 and 403. */
function hideContentType(request: FastifyRequest): void {
  if (contextOf(request).contentType !== undefined)
    request.raw.headers['content-type'] = 'application/octet-stream';
}

/** Files are read by their handler, after the caller is known: nobody else's are taken in. */
function readsBody({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { readsBody?: boolean }).readsBody === true;
}

function badHeaders({ raw }: FastifyRequest): Refusal | null {
  if (raw.rawHeaders.length > 2 * MAX_HEADERS) {
    return new Refusal('headers_too_large', `A request may have at most ${MAX_HEADERS} headers.`);
  }
  if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
    return new Refusal('bad_request', 'A request names its Host.');
  }
  return null;
}
