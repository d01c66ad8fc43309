import type { OpenApi, Operation, Schema } from './document.js';

/** A document of one operation with which nothing is wrong: a test alters it in one place. */
export function smallDocument(): OpenApi {
  return {
    openapi: '3.1.1',
    info: { version: '0.3.1' },
    tags: [{ name: 'bells', description: 'What rings.' }],
    paths: { '/v1/bells/{id}': { post: ringBell() } },
    components: { schemas: { BellBody: bellBody(), Problem: problem() }, headers: { Location: WORDS } },
  };
}

const ID = { type: 'string', maxLength: 36, examples: ['019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071'] };
const WORDS = { type: 'string', maxLength: 100, description: 'Words.', examples: ['ding'] };

function ringBell(): Operation {
  const bell = { 'application/json': { schema: { $ref: '#/components/schemas/BellBody' }, example: BELL } };
  return {
    operationId: 'ringBell',
    summary: 'Ring a bell',
    description: 'Rings the bell as loudly as it is told to.',
    tags: ['bells'],
    security: [{ accessToken: [] }],
    'x-permission': 'bell:ring',
    parameters: [{ name: 'id', in: 'path', required: true, description: 'Which.', schema: { ...ID } }],
    requestBody: { required: true, content: structuredClone(bell) },
    responses: {
      '201': { headers: { Location: { $ref: '#/components/headers/Location' } }, content: bell },
      ...Object.fromEntries(
        ['400', '401', '403', '404', '409', '413', '415'].map((status) => [status, refusal(`no_${status}`)]),
      ),
      '429': { ...refusal('rate_limited'), headers: { 'Retry-After': {} } },
    },
  };
}

const BELL = { tone: 'deep', loudness: 3 };

function refusal(code: string) {
  const problemJson = { schema: { $ref: '#/components/schemas/Problem' }, example: { code } };
  return {
    'x-codes': [code],
    'x-needs': ['bell_cracked'],
    content: { 'application/problem+json': problemJson },
  };
}

function bellBody(): Schema {
  return {
    type: 'object',
    description: 'A bell.',
    additionalProperties: false,
    required: ['tone'],
    properties: {
      tone: {
        type: 'string',
        enum: ['deep', 'high'],
        description: 'Which tone.\n\n- `deep`: a bass\n- `high`: a tenor',
      },
      loudness: { type: 'integer', minimum: 1, maximum: 9, description: 'How loud.', examples: [3] },
      words: { ...WORDS },
    },
  };
}

function problem(): Schema {
  return { type: 'object', description: 'An error.', required: ['code'], properties: { code: { ...WORDS } } };
}
