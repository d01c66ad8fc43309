import type { IncomingMessage, Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { newId } from '../../../kernel/identifiers.js';
import type { Config } from '../../config.js';
import { answerClientErrors } from './client-error.js';

/** Bytes of all headers together, and of the URL; a longer one is 431. */
const HEADER_SIZE = 16_384;

/**
 * The HTTP server's limits. Keep-alive outlives the 60 s after which load balancers usually give up an idle
 * connection, so that it is never ours that closes first, in the face of a request.
 */
export function serverOptions({ publicUrl, trustedProxies }: Config) {
  return {
    logger: false,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    keepAliveTimeout: 65_000,
    // Long enough for a form with files over a slow line; all other bodies are given less (raw-body.ts).
    requestTimeout: 300_000,
    return503OnClosing: false,
    // A Host is asked for by a hook of ours, which answers a problem; Node's own answer has no body.
    http: {
      maxHeaderSize: HEADER_SIZE,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 5_000,
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: HEADER_SIZE },
    genReqId: requestIdOf,
    clientErrorHandler: answerClientErrors(publicUrl),
  } satisfies FastifyHttpOptions<Server>;
}

/** The caller's own id where it is well-formed: it goes into the log and into every entry. */
function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : newId();
}
