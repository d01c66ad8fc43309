import * as fc from 'fast-check';
import { type Document, resolve, type Schema } from '../../support/document.js';

/** Values that this program knows what to do with, by the name of the property or parameter. */
export type Known = (name: string, format: string | undefined) => readonly unknown[];

/** Makes values that the document allows. */
export class Values {
  /** @param now milliseconds since 1970: times lie around it */
  constructor(
    private readonly document: Document,
    private readonly known: Known,
    private readonly now: number,
  ) {}

  /** A value of the schema; `name` is what the property that holds it is called. */
  of(schema: Schema, name = ''): fc.Arbitrary<unknown> {
    const own = resolve(this.document, schema);
    const known = this.known(name, own.format);
    if (known.length === 0) return this.made(own, name);
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: this.made(own, name) },
    );
  }

  private made(own: Schema, name: string): fc.Arbitrary<unknown> {
    const forms = own.anyOf ?? own.oneOf;
    if (forms) return fc.oneof(...forms.map((form) => this.made(resolve(this.document, form), name)));
    if (own.const !== undefined) return fc.constant(own.const);
    if (own.enum) return fc.constantFrom(...own.enum);
    const types = [own.type ?? 'object'].flat();
    return fc.oneof(
      ...types.map((type) => ({ weight: type === 'null' ? 1 : 4, arbitrary: this.typed(type, own, name) })),
    );
  }

  private typed(type: string, schema: Schema, name: string): fc.Arbitrary<unknown> {
    switch (type) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1) });
      case 'array':
        return this.list(schema, name);
      case 'object':
        return this.object(schema);
      default:
        return this.text(schema, name);
    }
  }

  private list({ items = {}, minItems = 0, maxItems = 3, uniqueItems }: Schema, name: string) {
    const bounds = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) };
    const item = this.of(items, name);
    return uniqueItems ? fc.uniqueArray(item, bounds) : fc.array(item, bounds);
  }

  /**
   * What is required and a few things more: with all of them at once hardly anything would be taken. An object within
   * is there half of the time, since what hangs together with other members usually is one.
   */
  private object({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
    const optional = Object.keys(properties).filter((key) => !required.includes(key));
    const objects = optional.filter((key) => this.isObject(properties[key] ?? {}));
    const others = optional.filter((key) => !objects.includes(key));
    return fc
      .tuple(fc.subarray(objects), fc.subarray(others, { maxLength: Math.min(others.length, 3) }))
      .chain(([some, few]) => {
        const members = [...required, ...some, ...few].map(
          (key) => [key, this.of(properties[key] ?? {}, key)] as const,
        );
        return fc.record(Object.fromEntries(members), { noNullPrototype: true });
      });
  }

  private isObject(schema: Schema): boolean {
    const own = resolve(this.document, schema);
    const forms = [own, ...(own.anyOf ?? []), ...(own.oneOf ?? [])].map((form) =>
      resolve(this.document, form),
    );
    return forms.some(({ properties }) => properties !== undefined);
  }

  private text(schema: Schema, name: string): fc.Arbitrary<string> {
    const { format, pattern, minLength = 0, maxLength = 50 } = schema;
    if (format === 'uuid') return fc.uuid();
    if (format === 'email') return fc.stringMatching(/^[a-z]{1,8}$/).map((local) => `${local}@fuzz.example`);
    if (format === 'date-time') return this.time(name);
    if (format === 'duration') return fc.constantFrom('PT4H', 'P1D', 'P3D', 'P14D', 'PT0S', 'P20Y');
    if (format === 'date') return this.time(name).map((time) => time.slice(0, 10));
    if (pattern !== undefined && pattern !== NOT_BLANK) {
      const form = fc.stringMatching(new RegExp(pattern), { maxLength });
      return form.filter((text) => text.length <= maxLength);
    }
    const short = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 20) });
    const longest = fc.constant('x'.repeat(Math.min(maxLength, LONGEST)));
    return fc
      .oneof({ weight: 20, arbitrary: short }, { weight: 1, arbitrary: longest })
      .filter((text) => [...text].length <= maxLength && (pattern === undefined || /\S/u.test(text)));
  }

  /** What is due or asked for lies ahead; what happened lies behind; now and then it is the other way round. */
  private time(name: string): fc.Arbitrary<string> {
    const ahead = /due|until|reply|check/i.test(name) ? 1 : -1;
    const days = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 30 }) },
      { weight: 1, arbitrary: fc.integer({ min: -400, max: 4000 }) },
    );
    return days.map((count) => new Date(this.now + ahead * count * DAY).toISOString());
  }
}

const NOT_BLANK = '\\S';
const DAY = 86_400_000;
/** No text is made longer than this, whatever the schema allows: a file may have any length. */
const LONGEST = 1_000_000;

/** Characters that a client can send in a header at all. */
export function isHeader(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
