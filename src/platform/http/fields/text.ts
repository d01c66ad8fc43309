import { field, type FieldOptions } from './field.js';
import { email, id, list, MAIL_MAX, matching, type Rule, text } from './rules.js';

interface TextBounds {
  /** In characters (Unicode code points). */
  max: number;
  min?: number;
  /** Text of spaces only is refused unless this is true. */
  blank?: boolean;
}

/** Text, in the words of whoever wrote it: neither trimmed nor changed. */
export function Text(description: string, options: TextBounds & FieldOptions): PropertyDecorator {
  return field(description, { rule: text(options) }, textSchema(options), options);
}

/** A list of texts; each item is reported where it stands. */
export function Texts(
  description: string,
  options: TextBounds & { maxItems: number; minItems?: number; unique?: boolean } & FieldOptions,
): PropertyDecorator {
  const { unique } = options;
  const spec = { rule: list(options), items: text(options), unique };
  return field(description, spec, listSchema(textSchema(options), options), options);
}

/** Text of a documented form, for example `/^[A-Z]{3}$/`: anchored, and matched in time linear in the text. */
export function Code(
  description: string,
  form: RegExp,
  options: { max: number } & FieldOptions,
): PropertyDecorator {
  const schema = { type: 'string', pattern: form.source, maxLength: options.max };
  return field(description, { rule: matching(form, 'pattern', options.max) }, schema, options);
}

/** A list of texts of a documented form, none twice. */
export function Codes(
  description: string,
  form: RegExp,
  options: { max: number; maxItems: number; minItems?: number } & FieldOptions,
): PropertyDecorator {
  const items = { type: 'string', pattern: form.source, maxLength: options.max };
  const spec = { rule: list(options), items: matching(form, 'pattern', options.max), unique: true };
  return field(description, spec, { ...listSchema(items, options), uniqueItems: true }, options);
}

/** An email address, internationalised ones included. */
export function Email(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'string', format: 'email', maxLength: MAIL_MAX };
  return field(description, { rule: email }, schema, { example: 'marta@example.org', ...options });
}

/** A web address; reaches the handler as it was given. Whether it may be called is another question. */
export function WebAddress(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'string', format: 'uri', pattern: WEB_ADDRESS.source, maxLength: WEB_ADDRESS_MAX };
  const form = matching(WEB_ADDRESS, 'is_url', WEB_ADDRESS_MAX);
  const rule: Rule = (value) => form(value) ?? (URL.canParse(String(value)) ? null : 'is_url');
  return field(description, { rule }, schema, { example: 'https://hooks.example.org/amends', ...options });
}

/** A language tag (BCP 47): language, script, region, variants. */
export function Language(description: string, options: FieldOptions = {}): PropertyDecorator {
  const schema = { type: 'string', pattern: LANGUAGE.source, maxLength: LANGUAGE_MAX };
  const rule = matching(LANGUAGE, 'is_language', LANGUAGE_MAX);
  return field(description, { rule }, schema, { example: 'en', ...options });
}

/** A list of language tags, none twice. */
export function Languages(
  description: string,
  options: { maxItems: number } & FieldOptions,
): PropertyDecorator {
  const items = { type: 'string', pattern: LANGUAGE.source, maxLength: LANGUAGE_MAX };
  const rule = matching(LANGUAGE, 'is_language', LANGUAGE_MAX);
  const schema = { ...listSchema(items, options), uniqueItems: true };
  return field(description, { rule: list(options), items: rule, unique: true }, schema, {
    example: ['en', 'hu'],
    ...options,
  });
}

/** The id of something; reaches the handler in lower case, as the database writes it. */
export function Id(description: string, options: FieldOptions = {}): PropertyDecorator {
  return field(description, { rule: id, read: lower }, ID_SCHEMA, { example: EXAMPLE_ID, ...options });
}

/** A list of ids, none twice. */
export function Ids(
  description: string,
  options: { maxItems: number; minItems?: number } & FieldOptions,
): PropertyDecorator {
  const read = (raw: unknown) =>
    Array.isArray(raw) && raw.length <= options.maxItems ? raw.map(lower) : raw;
  const spec = { rule: list(options), items: id, unique: true, read };
  const schema = { ...listSchema(ID_SCHEMA, options), uniqueItems: true };
  return field(description, spec, schema, { example: [EXAMPLE_ID], ...options });
}

/** The schema of a list of plain values. */
export function listSchema(items: object, { minItems, maxItems }: { minItems?: number; maxItems: number }) {
  return { type: 'array', items, maxItems, ...(minItems ? { minItems } : {}) };
}

const LANGUAGE =
  /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$/;
const LANGUAGE_MAX = 35;
/** Printable ASCII, as a URL is written (RFC 3986). */
const WEB_ADDRESS = /^https?:\/\/[!-~]+$/;
const WEB_ADDRESS_MAX = 2000;
const EXAMPLE_ID = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
/** An id as the document has it. */
export const ID_SCHEMA = { type: 'string', format: 'uuid', minLength: 36, maxLength: 36 };

function textSchema({ min = 0, max, blank }: TextBounds) {
  const bounds = { type: 'string', minLength: blank ? min : Math.max(min, 1), maxLength: max };
  return blank ? bounds : { ...bounds, pattern: '\\S' };
}

function lower(raw: unknown): unknown {
  return typeof raw === 'string' ? raw.toLowerCase() : raw;
}
