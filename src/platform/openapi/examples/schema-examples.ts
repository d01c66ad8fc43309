import type { SchemaObject } from '@nestjs/swagger';

/** An object or list beyond this many characters of JSON is not shown at the property that holds it. */
const LONGEST = 300;

type Schemas = Record<string, SchemaObject>;

/** A schema as far as a value is followed through it. */
interface Followed {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Followed>;
  items?: Followed;
  anyOf?: Followed[];
  oneOf?: Followed[];
  examples?: unknown[];
}

/**
 * Gives each property the first value other than null that was seen there, so that no example is written twice. What
 * nobody has seen keeps the example of its field, if it has one.
 */
export class SchemaExamples {
  private readonly done = new Set<Followed>();

  constructor(private readonly schemas: Schemas) {}

  /** Takes a value that is of this schema, with everything in it. */
  see(schema: object, value: unknown): void {
    if (value === null || value === undefined) return;
    const followed = this.formOf(schema, value);
    if (!followed) return;
    if (Array.isArray(value)) {
      for (const item of value) this.see(followed.items ?? {}, item);
    } else if (typeof value === 'object') {
      for (const [name, property] of Object.entries(followed.properties ?? {})) {
        this.seeProperty(property, (value as Record<string, unknown>)[name]);
      }
    }
  }

  private seeProperty(property: Followed, value: unknown): void {
    if (value === null || value === undefined || isEmpty(value)) return;
    // What is long is read at its own properties.
    if (JSON.stringify(value).length <= LONGEST || !holdsProperties(this.formOf(property, value)))
      this.give(property, value);
    this.see(property, value);
  }

  private give(property: Followed, value: unknown): void {
    if (this.done.has(property)) return;
    this.done.add(property);
    property.examples = [value];
  }

  /** The schema that describes the value, references and alternatives followed. */
  private formOf(schema: Followed, value: unknown): Followed | undefined {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace('#/components/schemas/', '');
      return this.schemas[name] && this.formOf(this.schemas[name] as Followed, value);
    }
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (!alternatives) return schema;
    const forms = alternatives.map((one) => this.formOf(one, value)).filter((one) => one !== undefined);
    return forms.find((form) => knowsAll(form, value));
  }
}

function knowsAll({ type, properties }: Followed, value: unknown): boolean {
  if (type === 'null') return false;
  if (!properties || typeof value !== 'object' || value === null) return true;
  return Object.keys(value).every((name) => name in properties);
}

/** Objects whose properties are described one by one show an example at each of them. */
function holdsProperties(form: Followed | undefined): boolean {
  return form?.properties !== undefined || form?.items?.$ref !== undefined;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
