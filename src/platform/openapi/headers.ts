import type { HeaderObject } from '@nestjs/swagger';

/** The headers of answers, by name; what comes only now and then has a name of its own in the document. */
export const HEADERS = {
  ETag: {
    description: 'The version of the resource, in quotes; for `If-Match` and `If-None-Match`.',
    schema: { type: 'string', pattern: '^"[0-9]+"$', maxLength: 20 },
    example: '"3"',
  },
  'ETag-Published': {
    description: 'What tells this answer from every other, in quotes; for `If-None-Match`.',
    schema: { type: 'string', pattern: '^"[A-Za-z0-9_-]+"$', maxLength: 100 },
    example: '"n4bQgYhMfWWaL-qgxVrQFa"',
  },
  'Content-Language': {
    description: 'The language of the words (BCP 47).',
    schema: { type: 'string', pattern: '^[A-Za-z0-9-]+$', maxLength: 35 },
    example: 'hu',
  },
  Location: {
    description: 'The path of what was made.',
    required: true,
    schema: { type: 'string', maxLength: 2000 },
    example: '/v1/complaints/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  },
  Link: {
    description: 'The next page, where there is one (RFC 8288).',
    schema: { type: 'string', maxLength: 8000 },
    example: '</v1/complaints?cursor=abc>; rel="next"',
  },
  'Content-Disposition': {
    description: 'That it is to be saved, and under which name (RFC 6266).',
    required: true,
    schema: { type: 'string', maxLength: 4000 },
    example: 'attachment; filename="subject-export.json"',
  },
  'Idempotent-Replayed': {
    description: '`true` where this request was done before under the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'], description: '`true`: nothing was done this time.' },
    example: 'true',
  },
  'Content-Digest': {
    description: 'SHA-256 of the bytes (RFC 9530).',
    required: true,
    schema: { type: 'string', maxLength: 100 },
    example: 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
  },
  'Retry-After': {
    description: 'Seconds to wait.',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 86_400 },
    example: 1,
  },
  'Retry-After-Idempotency': {
    description: 'Seconds to wait, where the same request is still running.',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 86_400 },
    example: 1,
  },
  RateLimit: {
    description: 'What is left, and the seconds until there is more.',
    required: true,
    schema: { type: 'string', maxLength: 200 },
    example: '"public";r=0;t=540',
  },
  'RateLimit-Policy': {
    description: 'The limit, and its window in seconds.',
    required: true,
    schema: { type: 'string', maxLength: 200 },
    example: '"public";q=300;w=600',
  },
  'X-Accel-Buffering': {
    description: '`no`: a proxy passes each event on at once.',
    schema: { type: 'string', enum: ['no'], description: '`no`: nothing is held back.' },
    example: 'no',
  },
  'WWW-Authenticate': {
    description: 'How to sign in.',
    schema: { type: 'string', maxLength: 200 },
    example: 'Bearer',
  },
} as const satisfies Record<string, HeaderObject>;

export type HeaderName = keyof typeof HEADERS;
