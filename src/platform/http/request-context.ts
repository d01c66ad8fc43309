import type { FastifyRequest } from 'fastify';
import { type Actor, ANONYMOUS } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import type { ProblemCode } from '../../kernel/refusal.js';
import type { IncomingForm } from './input/incoming-form.js';
import type { IncomingBytes } from './input/incoming-bytes.js';
import type { RawBody } from './input/raw-body.js';

/** What the pipeline has learnt about a request so far. Each step fills in its own part. */
export interface RequestContext {
  /** The caller's `X-Request-Id` where it was well-formed, else a new one. */
  readonly requestId: string;
  /** Set by the guard; nobody in particular until then. */
  actor: Actor;
  /** `Content-Type` as it came. Fastify is not shown it: it would answer what it dislikes before the guard. */
  contentType: string | undefined;
  /** The bytes as they came, unread; null where the request has none. */
  rawBody: RawBody | null;
  /** The validated DTO of the body; undefined where the operation takes none. */
  body: object | undefined;
  /** The form that waits to be read; undefined where the operation takes none. */
  form: IncomingForm | undefined;
  /** The file that waits to be read; undefined where the operation takes none. */
  bytes: IncomingBytes | undefined;
  /** The validated DTO of the query; undefined where the operation takes none. */
  query: object | undefined;
  /** What the write door is told, known once the input was read. */
  call: Call | undefined;
  /** What was answered, without its headers; undefined for files, pages and refusals. */
  resource: object | undefined;
  /** The complaint whose data were shown, where the path does not name it. */
  complaintId: string | undefined;
  /** Why the request was refused; undefined where it was not. */
  refused: ProblemCode | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Read it through `contextOf`. */
    amends: RequestContext | null;
  }
}

/** The context of this request. Made at first sight, so that it is there for an error before routing too. */
export function contextOf(request: FastifyRequest): RequestContext {
  request.amends ??= {
    requestId: request.id,
    actor: ANONYMOUS,
    contentType: request.headers['content-type'],
    rawBody: null,
    body: undefined,
    form: undefined,
    bytes: undefined,
    query: undefined,
    call: undefined,
    resource: undefined,
    complaintId: undefined,
    refused: undefined,
  };
  return request.amends;
}
