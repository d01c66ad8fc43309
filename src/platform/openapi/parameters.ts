import type { ParameterObject, SchemaObject } from '@nestjs/swagger';
import type { EndpointSpec } from '../http/endpoint.decorator.js';
import type { Components } from './components.js';
import { requiresIfMatch, takesIdempotencyKey, takesIfMatch } from './problem-codes.js';
import { withoutNull } from './schemas.js';

/** Everything that an operation takes beside its body: path, query, headers. */
export function parametersOf(
  spec: EndpointSpec,
  path: string,
  hasEtag: boolean,
  components: Components,
): ParameterObject[] {
  return [
    ...pathParameters(spec, path),
    ...queryParameters(spec, components),
    ...headerParameters(spec, hasEtag),
  ];
}

function pathParameters({ params }: EndpointSpec, path: string): ParameterObject[] {
  return [...path.matchAll(/([^/]*)\/\{(\w+)\}/g)].map(([, before = '', name = '']) => {
    const words = params?.[name];
    const description = words ? `One of the words of ${before}.` : `The id of the ${singular(before)}.`;
    const schema = words
      ? { type: 'string', enum: [...words], description: listed(words) }
      : { type: 'string', format: 'uuid', minLength: 36, maxLength: 36 };
    return { name, in: 'path', required: true, description, schema };
  });
}

function queryParameters({ query }: EndpointSpec, components: Components): ParameterObject[] {
  if (!query) return [];
  const { properties = {}, required = [] } = components.schemaOf(query);
  return Object.entries(properties).map(([name, property]) => {
    const schema = withoutNull(property as SchemaObject);
    const { description, ...bounds } = schema;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description,
      schema: schema.enum ? schema : bounds,
      // A list is one text with commas.
      ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    } satisfies ParameterObject;
  });
}

function headerParameters(spec: EndpointSpec, hasEtag: boolean): ParameterObject[] {
  return [
    ...(takesIdempotencyKey(spec) ? [IDEMPOTENCY_KEY] : []),
    ...(takesIfMatch(spec) ? [{ ...IF_MATCH, required: requiresIfMatch(spec) }] : []),
    ...(spec.method === 'GET' && hasEtag ? [IF_NONE_MATCH] : []),
  ];
}

const ETAGS = { type: 'string', minLength: 1, maxLength: 1000 };

const IDEMPOTENCY_KEY: ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes it safe to send the request again: the same key with the same body is done once, ' +
    'and the answer to the second is the resource as it is then.',
  schema: { type: 'string', minLength: 16, maxLength: 202, pattern: '^[!-~]+$' },
  example: '"3f0c8a52-93b1-4f0e-8d0b-2a7a2f6f0d51"',
};

const IF_MATCH: ParameterObject = {
  name: 'If-Match',
  in: 'header',
  description:
    'The `ETag` of what you have read: where it has changed since, nothing is done and the answer is 412.',
  schema: ETAGS,
  example: '"3"',
};

const IF_NONE_MATCH: ParameterObject = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of what you have: where it is still the same, the answer is 304 without a body.',
  schema: ETAGS,
  example: '"3"',
};

/** The plural nouns of paths are regular. */
function singular(noun: string): string {
  return noun.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', ' ');
}

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
