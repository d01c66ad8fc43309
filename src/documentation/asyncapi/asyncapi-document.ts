import type { OpenAPIObject } from '@nestjs/swagger';
import { ENTRY_TYPES, entrySpec, type EntryType } from '../../audit/entry-catalogue.js';
import { ABOUT } from '../../platform/openapi/about.js';

/** A JSON Schema, or any other part of the document. */
type Part = Record<string, unknown>;

/**
 * What is sent to those who follow, as AsyncAPI 3.1: a message for each type of entry, and the channels that carry it.
 * The forms of event and entry are those of the OpenAPI document.
 * @param publicUrl where callers reach the API, without a slash at the end
 */
export function describeEvents(api: OpenAPIObject, publicUrl: string): Part {
  const { title, version, license } = ABOUT;
  const { protocol, host, pathname } = new URL(publicUrl);
  const everything = ENTRY_TYPES.map((type) => [type, ref('messages', type)] as const);
  return {
    asyncapi: '3.1.0',
    info: { title: `${title}: events`, version, license, description: DESCRIPTION },
    defaultContentType: 'application/json',
    servers: {
      api: {
        host,
        pathname,
        protocol: protocol.slice(0, -1),
        security: [ref('securitySchemes', 'accessToken')],
      },
    },
    channels: {
      feed: {
        address: '/v1/events',
        title: 'The feed',
        description: 'Read piece by piece, by position; each event stands in `items` of the answer.',
        messages: Object.fromEntries(everything),
        bindings: { http: {} },
      },
      stream: {
        address: '/v1/events/stream',
        title: 'The stream',
        description: 'Server-sent events: `id` is the position, and `data` the message.',
        messages: { ...Object.fromEntries(everything), reset: ref('messages', 'reset') },
        bindings: { http: {} },
      },
    },
    operations: {
      sendFeed: operationOf('feed', 'Answers what happened after a position.'),
      sendStream: operationOf('stream', 'Sends what happens, as it happens.'),
    },
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      messages: { ...Object.fromEntries(ENTRY_TYPES.map((type) => [type, messageOf(type)])), reset: RESET },
      schemas: {
        ...formsOf(api),
        ...Object.fromEntries(ENTRY_TYPES.map((type) => [type, payloadOf(type)])),
      },
    },
  };
}

const DESCRIPTION =
  'Every change leaves an entry in the log, and every entry is an event (CloudEvents 1.0.2): the same one, with the ' +
  'same id and position, in the feed and in the stream. Whoever keeps the position misses nothing and gets nothing ' +
  'twice. What each caller may see is left out or null as in the API.';

function operationOf(channel: string, summary: string): Part {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${channel}` },
    summary,
    bindings: { http: { method: 'GET' } },
  };
}

function messageOf(type: EntryType): Part {
  const { meaning } = entrySpec(type);
  return {
    name: type,
    title: type,
    summary: meaning,
    contentType: 'application/json',
    payload: ref('schemas', type),
  };
}

/** The form of an event, narrowed to what an entry of this type says. */
function payloadOf(type: EntryType): Part {
  const { subject, meaning, data } = entrySpec(type);
  const fields = Object.entries(data).map(([name, { personal, staffOnly }]): [string, Part] => [
    name,
    { description: staffOnly ? FOR_STAFF : personal ? PERSONAL : PLAIN },
  ]);
  const said = {
    type: 'object',
    required: fields.map(([name]) => name),
    properties: Object.fromEntries(fields),
  };
  const about = { type: 'object', properties: { type: { const: subject } } };
  const entry = { type: 'object', properties: { type: { const: type }, subject: about, data: said } };
  return {
    description: meaning,
    allOf: [ref('schemas', EVENT), { type: 'object', properties: { type: { const: type }, data: entry } }],
  };
}

const PLAIN = 'Plain: stands in the entry for ever.';
const PERSONAL = 'Personal: null where it was erased.';
const FOR_STAFF = 'Personal, and for staff only: null to everybody else, and where it was erased.';

/** The reader cannot go on from where they were; the stream goes on from `position`. */
const RESET: Part = {
  name: 'reset',
  title: 'reset',
  summary: 'The stream goes on from its `position`; what lies before it is read from the feed.',
  payload: {
    type: 'object',
    required: ['reason', 'asked', 'position'],
    properties: {
      reason: { type: 'string', enum: ['too_old', 'in_future'] },
      asked: { type: 'integer', description: 'The position that the reader wanted to go on from.' },
      position: { type: 'integer', description: 'The position from which the stream goes on.' },
    },
  },
};

/** As the OpenAPI document calls the form of an event. */
const EVENT = 'EventDto';

function ref(kind: 'messages' | 'schemas' | 'securitySchemes', name: string): { $ref: string } {
  return { $ref: `#/components/${kind}/${name}` };
}

/** The form of an event with the forms that it refers to. */
function formsOf({ components }: OpenAPIObject): Record<string, Part> {
  const known = (components?.schemas ?? {}) as Record<string, Part>;
  const forms: Record<string, Part> = {};
  const take = (name: string) => {
    const form = known[name];
    if (name in forms || !form) return;
    forms[name] = form;
    for (const [, other = ''] of JSON.stringify(form).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      take(other);
  };
  take(EVENT);
  return forms;
}
