import { type Media, type OpenApi, resolve, type Schema } from './document.js';

/** Whether a value of this schema can only be so long, so many or so large. */
export function bounded(document: OpenApi, given: Schema): boolean {
  const schema = resolve(document, given);
  const types = [schema.type ?? []].flat();
  if (schema.enum || schema.const !== undefined) return true;
  if (schema.allOf) return schema.allOf.some((one) => bounded(document, one));
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.every((one) => bounded(document, one));
  if (types.includes('string')) return schema.maxLength !== undefined;
  if (types.includes('array')) return schema.maxItems !== undefined;
  if (!types.includes('integer') && !types.includes('number')) return true;
  return schema.minimum !== undefined && schema.maximum !== undefined;
}

/** Whether a body refuses what it does not name. */
export function closed(document: OpenApi, given: Schema): boolean {
  const schema = resolve(document, given);
  if (schema.additionalProperties === false) return true;
  if (schema.items) return closed(document, schema.items);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.every((one) => closed(document, one));
  return schema.type !== undefined && ![schema.type].flat().includes('object');
}

/** Whether a body or an answer is shown by an example, its own or that of its schema. */
export function isExemplified(document: OpenApi, media: Media): boolean {
  if (media.example !== undefined || Object.keys(media.examples ?? {}).length > 0) return true;
  return media.schema !== undefined && showsValue(resolve(document, media.schema));
}

/** Whether a schema shows a value, or has so few that each is one. */
export function showsValue(schema: Schema): boolean {
  const { example, examples, enum: values, const: only, default: usual, type } = schema;
  if (example !== undefined || (examples?.length ?? 0) > 0) return true;
  return values !== undefined || only !== undefined || usual !== undefined || type === 'boolean';
}
