import type { ReferenceObject, SchemaObject } from '@nestjs/swagger';
import { MAX_COUNT, MAX_LIMIT } from '../http/page.js';
import type { Dto, EndpointSpec } from '../http/endpoint.decorator.js';
import { type Components, schemaName } from './components.js';

/** The form of what an operation answers, and its media type; null where there is no content. */
export function answerSchema(
  { answers, answersOr, list, rawType, download, status, ...more }: EndpointSpec,
  components: Components,
): { type: string; schema: SchemaObject | ReferenceObject } | null {
  if (answers && list) return { type: JSON_TYPE, schema: pageOf(answers, more, components) };
  if (answers && answersOr) {
    return { type: JSON_TYPE, schema: { oneOf: [components.dto(answers), components.dto(answersOr)] } };
  }
  if (answers) return { type: JSON_TYPE, schema: components.dto(answers) };
  if (download) return { type: '*/*', schema: FILE };
  if (status === 204 || !rawType) return null;
  const type = rawType.split(';')[0] ?? rawType;
  if (type === ZIP_TYPE) return { type, schema: ZIP };
  return { type, schema: type === JSON_TYPE ? components.schema('AnyObject', () => ANY_OBJECT) : RAW };
}

function pageOf(
  answers: Dto,
  { counted, followsLog }: Pick<EndpointSpec, 'counted' | 'followsLog'>,
  components: Components,
): ReferenceObject {
  const items = components.dto(answers);
  const name = schemaName(answers).replace(/Dto$/, '');
  return components.schema(`${name}List`, () => ({
    type: 'object',
    description: 'One page of a list.',
    required: ['items', 'nextCursor', ...(followsLog ? ['asOf'] : [])],
    properties: {
      items: { type: 'array', description: 'What stands on this page.', maxItems: MAX_LIMIT, items },
      nextCursor: {
        type: ['string', 'null'],
        description: 'What `cursor` is for the next page; null on the last.',
        maxLength: 2000,
        examples: [null],
      },
      ...(counted && { count: COUNT }),
      ...(followsLog && { asOf: AS_OF }),
    },
  }));
}

const COUNT: SchemaObject = {
  type: 'integer',
  format: 'int32',
  description: `How many there are in all, where \`count=true\` asked; ${MAX_COUNT} means that many or more.`,
  minimum: 0,
  maximum: MAX_COUNT,
  example: 3,
};
const AS_OF: SchemaObject = {
  type: 'integer',
  format: 'int64',
  description: 'Every entry of the log up to this position is in what is answered; later ones may be.',
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  example: 4711,
};
const JSON_TYPE = 'application/json';
const RAW: SchemaObject = { type: 'string', description: 'A text document.', maxLength: 10_000_000 };
const FILE: SchemaObject = {
  type: 'string',
  format: 'binary',
  description: 'The bytes, of whatever type the file is.',
  maxLength: 100_000_000,
};
/** A file that is made for the caller. */
export const MADE_FILE: SchemaObject = { type: 'string', description: 'The file.', maxLength: 1_000_000_000 };
const ZIP_TYPE = 'application/zip';
const ZIP: SchemaObject = {
  type: 'string',
  format: 'binary',
  description: 'A ZIP file.',
  maxLength: 1_000_000_000,
};
const ANY_OBJECT: SchemaObject = { type: 'object', description: 'A JSON document of a public standard.' };
