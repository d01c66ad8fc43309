import type { FastifyRequest } from 'fastify';
import type { Call } from '../../../kernel/call.js';
import { type InputError, invalid, Refusal } from '../../../kernel/refusal.js';
import type { EndpointSpec } from '../endpoint.decorator.js';
import { digestBody, readIdempotencyKey } from '../idempotency-header.js';
import { contextOf } from '../request-context.js';
import { validateBody, validateQuery } from '../validation.js';
import { IncomingBytes } from './incoming-bytes.js';
import { IncomingForm } from './incoming-form.js';
import { isStorable } from './json-flaws.js';
import { readJson } from './json-input.js';
import { checkFileType, checkFormType, checkMediaType } from './media-type.js';
import { parameterError, readQuery } from './query-input.js';

/** What reading needs beside the request. */
export interface Reading {
  /** Times are judged against it. */
  now: Date;
  /** Keys the digest of the body. */
  secret: Buffer;
}

/**
 * Reads all that a request brings and leaves it in the request's context: query, body, and the call of a write.
 * @throws Refusal 413, 415, 400 with everything that is wrong at once, 428; in this order.
 */
export function readInput(request: FastifyRequest, spec: EndpointSpec, reading: Reading): void {
  const context = contextOf(request);
  context.form = formOf(request, spec, reading);
  context.bytes = fileOf(request, spec);
  const bytes = spec.consumes || spec.bytes ? null : readBytes(request, spec);
  const body = bytes ? readBody(bytes, request, spec, reading.now) : { errors: [] };
  const query = readParameters(request, spec, reading.now);
  const key = readKey(request, spec);
  const errors = [...body.errors, ...query.errors, ...(key?.error ? [key.error] : [])];
  if (errors.length > 0) throw invalid(errors);
  context.body = body.value;
  context.query = query.value;
  context.call = {
    actor: context.actor,
    requestId: context.requestId,
    ifMatch: readIfMatch(request, spec),
    idempotency:
      key?.key === undefined ? null : idempotencyOf(request, spec, key.key, body.json, reading.secret),
  };
}

/** The part of the input that one source brings, and what is wrong with it. */
interface Part {
  value?: object;
  errors: InputError[];
}

/** The bytes of the body; empty where none came, null where the operation takes none. */
function readBytes(request: FastifyRequest, spec: EndpointSpec): Buffer | null {
  const { rawBody, contentType } = contextOf(request);
  if (rawBody?.tooLarge) throw new Refusal('too_large', 'A body may have at most 100,000 bytes.');
  if (!spec.body) return null;
  if (!rawBody || rawBody.bytes.length === 0) return Buffer.alloc(0);
  checkMediaType(request.method, contentType, request.headers['content-encoding']);
  return rawBody.bytes;
}

/** Only looks whether it is one: it is read by whoever knows where its files go. */
function formOf(request: FastifyRequest, spec: EndpointSpec, reading: Reading): IncomingForm | undefined {
  if (!spec.consumes || !spec.body) return undefined;
  const {
    'content-length': length,
    'transfer-encoding': chunked,
    'content-encoding': encoding,
  } = request.headers;
  const { contentType } = contextOf(request);
  const isThere = contentType !== undefined || chunked !== undefined || Number(length ?? 0) > 0;
  if (isThere) checkFormType(contentType, encoding);
  return new IncomingForm(request, contentType ?? null, spec.consumes, spec.body, reading);
}

/** Only looks at the type, as above. */
function fileOf(request: FastifyRequest, { bytes }: EndpointSpec): IncomingBytes | undefined {
  if (!bytes) return undefined;
  checkFileType(contextOf(request).contentType, request.headers['content-encoding'], bytes.type);
  return new IncomingBytes(request, bytes);
}

function readBody(
  bytes: Buffer,
  request: FastifyRequest,
  spec: EndpointSpec,
  now: Date,
): Part & { json?: unknown } {
  const dto = spec.bodyFor?.(contextOf(request).actor) ?? spec.body;
  if (!dto) return { errors: [] };
  const options = { now, merge: spec.method === 'PATCH' };
  if (bytes.length === 0) return validateBody(dto, spec.bodyOptional ? {} : undefined, options);
  const { value: json, errors: flaws } = readJson(bytes, spec.maxKeys);
  if (json === undefined) return { errors: flaws };
  const { value, errors } = validateBody(dto, json, options);
  return { value, json, errors: [...flaws, ...beyond(flaws, errors)] };
}

/** One error for each place: what cannot be text need not be too long as well. */
function beyond(flaws: InputError[], errors: InputError[]): InputError[] {
  if (flaws.length === 0) return errors;
  const places = new Set(flaws.map(({ pointer }) => pointer));
  return errors.filter(({ pointer = '' }) => isStorable(pointer) && !places.has(pointer));
}

function readParameters(request: FastifyRequest, spec: EndpointSpec, now: Date): Part {
  const { values, errors } = readQuery(request.raw.url ?? '');
  if (!spec.query) {
    const unknown = Object.keys(values).map((name) => parameterError(name, 'unknown_parameter'));
    return { errors: [...errors, ...unknown] };
  }
  const validated = validateQuery(spec.query, values, { now });
  return { value: validated.value, errors: [...errors, ...validated.errors] };
}

function readKey(request: FastifyRequest, spec: EndpointSpec) {
  const header = request.headers['idempotency-key'];
  if (header === undefined || spec.method !== 'POST' || spec.idempotent === false) return null;
  return readIdempotencyKey(String(header));
}

function readIfMatch(request: FastifyRequest, spec: EndpointSpec): string | null {
  const header = request.headers['if-match'];
  const required = spec.method === 'PATCH' || spec.ifMatch === 'required';
  if (header === undefined && required) {
    throw new Refusal('if_match_required', 'Send If-Match with the ETag of what you have read.');
  }
  return required || spec.ifMatch === 'honoured' ? (header ?? null) : null;
}

function idempotencyOf(
  request: FastifyRequest,
  spec: EndpointSpec,
  key: string,
  json: unknown,
  secret: Buffer,
): Call['idempotency'] {
  const route = `${request.method} ${concretePath(request)}`;
  return { key, route, bodyDigest: digestBody(json, secret), status: spec.status ?? 200 };
}

/** The path with its parameters filled in, the same however the caller has spelt it. */
function concretePath(request: FastifyRequest): string {
  const params = request.params as Record<string, string>;
  const template = request.routeOptions.url ?? '';
  return template.replace(/:(\w+)/g, (_, name: string) => (params[name] ?? '').toLowerCase());
}
