import { field } from './field.js';
import { list, text } from './rules.js';
import { listSchema } from './text.js';

/** The files of a form (`consumes` of the endpoint). The handler gets their names; the bytes go to a sink. */
export function Files(
  description: string,
  options: { maxItems: number; maxFileSize: number; example: string },
): PropertyDecorator {
  const { maxItems, maxFileSize, example } = options;
  const bounds = { minItems: 1, maxItems };
  const file = { type: 'string', format: 'binary', maxLength: maxFileSize };
  const spec = { rule: list(bounds), items: text({ max: 1000 }) };
  return field(description, spec, listSchema(file, bounds), { example: [example] });
}
