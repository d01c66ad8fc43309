import type { ParameterObject, ReferenceObject, SchemaObject } from '@nestjs/swagger';
import type { EndpointSpec } from '../http/endpoint.decorator.js';
import { enumSchema, explained } from '../http/fields/choice.js';
import { PATH_FORMS } from '../http/path-forms.js';
import type { Components } from './components.js';
import { requiresIfMatch, takesIdempotencyKey, takesIfMatch } from './problems/problem-codes.js';
import { withoutNull } from './schemas.js';

type Parameter = ParameterObject | ReferenceObject;

/** Everything that an operation takes beside its body: path, query, headers. Ids and headers are written once. */
export function parametersOf(
  spec: EndpointSpec,
  path: string,
  hasEtag: boolean,
  components: Components,
): Parameter[] {
  return [
    ...pathParameters(spec, path, components),
    ...queryParameters(spec, components),
    ...headerParameters(spec, hasEtag, components),
  ];
}

function pathParameters(
  { params, operationId }: EndpointSpec,
  path: string,
  components: Components,
): Parameter[] {
  return [...path.matchAll(/([^/]*)\/\{(\w+)\}/g)].map(([, before = '', name = '']) => {
    const words = params?.[name];
    const given = components.examples.parameter(operationId, 'params', name);
    const common = { name, in: 'path', required: true, ...exampleOf(given) } as const;
    if (words) {
      const names = Object.keys(words);
      const description = explained(`Which of ${before}.`, names, { meanings: words });
      return { ...common, description, schema: { ...enumSchema(names), description } };
    }
    if (isForm(name)) {
      const { component, ...form } = PATH_FORMS[name];
      return components.parameter(component, () => ({
        ...common,
        ...form,
        ...exampleOf(name === 'version' ? 1 : typed(given, form.schema)),
      }));
    }
    const noun = singular(before);
    return components.parameter(`${pascal(noun)}Id`, () => ({
      ...common,
      description: `The id of the ${noun}.`,
      schema: { type: 'string', format: 'uuid', minLength: 36, maxLength: 36 },
    }));
  });
}

function isForm(name: string): name is keyof typeof PATH_FORMS {
  return Object.hasOwn(PATH_FORMS, name);
}

function queryParameters({ query, operationId }: EndpointSpec, components: Components): ParameterObject[] {
  if (!query) return [];
  const { properties = {}, required = [] } = components.schemaOf(query);
  return Object.entries(properties).map(([name, property]) => {
    const schema = withoutNull(property as SchemaObject);
    const { description, ...bounds } = schema;
    const example = exampleOf(typed(components.examples.parameter(operationId, 'query', name), schema));
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description,
      schema: schema.enum ? schema : bounds,
      ...example,
      // A list is one text with commas.
      ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
    } satisfies ParameterObject;
  });
}

/** A query, or a part of a path, is text; its example is what the schema makes of it. */
function typed(value: unknown, { type }: SchemaObject): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'array') return value.split(',');
  return type === 'integer' ? Number(value) : value;
}

function exampleOf(value: unknown): { example?: unknown } {
  return value === undefined ? {} : { example: value };
}

function headerParameters(spec: EndpointSpec, hasEtag: boolean, components: Components): Parameter[] {
  const required = requiresIfMatch(spec);
  return [
    ...(takesIdempotencyKey(spec) ? [components.parameter('IdempotencyKey', () => IDEMPOTENCY_KEY)] : []),
    ...(takesIfMatch(spec)
      ? [components.parameter(required ? 'IfMatch' : 'IfMatchOptional', () => ({ ...IF_MATCH, required }))]
      : []),
    ...(spec.method === 'GET' && hasEtag ? [components.parameter('IfNoneMatch', () => IF_NONE_MATCH)] : []),
    ...(spec.stream ? [components.parameter('LastEventId', () => LAST_EVENT_ID)] : []),
    ...(spec.inLanguages ? [components.parameter('AcceptLanguage', () => ACCEPT_LANGUAGE)] : []),
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

const ACCEPT_LANGUAGE: ParameterObject = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'The languages that the reader understands, each with how well (RFC 9110, section 12.5.4).',
  schema: { type: 'string', maxLength: 1000 },
  example: 'hu-HU, hu;q=0.9, en;q=0.5',
};

const LAST_EVENT_ID: ParameterObject = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'The `id` of the last event that you have dealt with; an EventSource sends it by itself.',
  schema: { type: 'string', pattern: '^[0-9]{1,16}$', maxLength: 16 },
  example: '4711',
};

/** The plural nouns of paths are regular. */
function singular(noun: string): string {
  return noun.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', ' ');
}

function pascal(noun: string): string {
  return noun.replace(/(?:^| )([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
