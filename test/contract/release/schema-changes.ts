import { type Body, type OpenApi, resolve, type Schema } from '../rules/document.js';

export interface Change {
  isBreaking: boolean;
  /** The operation or the property, in words. */
  at: string;
  what: string;
}

export type Note = (isBreaking: boolean, at: string, what: string) => void;

/** Who writes the value: the client (it may be asked for no more), or we (we may answer nothing new). */
type Side = 'asked' | 'answered' | 'refused';

const LOWER_BOUNDS = ['minLength', 'minimum', 'minItems'] as const;
const UPPER_BOUNDS = ['maxLength', 'maximum', 'maxItems'] as const;

type Bound = (typeof LOWER_BOUNDS)[number] | (typeof UPPER_BOUNDS)[number] | 'pattern';

/** Two documents' schemas side by side; each pair is compared once for each side. */
export class SchemaComparison {
  private readonly seen = new Set<string>();

  constructor(
    private readonly before: OpenApi,
    private readonly after: OpenApi,
    private readonly note: Note,
  ) {}

  compareContents(before: Body, after: Body, at: string, side: Side): void {
    const [old, present] = [before.content ?? {}, after.content ?? {}];
    for (const [type, media] of Object.entries(old)) {
      const now = present[type];
      if (!now) this.note(true, at, `${type} is gone`);
      else if (media.schema && now.schema) this.compare(media.schema, now.schema, at, side);
    }
    for (const type of Object.keys(present)) if (!old[type]) this.note(false, at, `${type} is new`);
  }

  compare(before: Schema, after: Schema, at: string, side: Side): void {
    if (before.$ref !== undefined) {
      const pair = `${before.$ref} ${after.$ref ?? at} ${side}`;
      if (this.seen.has(pair)) return;
      this.seen.add(pair);
    }
    const where = before.$ref === undefined ? at : (before.$ref.split('/').at(-1) ?? at);
    const old = resolve(this.before, before);
    const now = resolve(this.after, after);
    this.compareTypes(old, now, where, side);
    this.compareEnums(old, now, where, side);
    if (side === 'asked') this.compareBounds(old, now, where);
    this.compareProperties(old, now, where, side);
    this.compareChoices(old, now, where, side);
    if (old.items && now.items) this.compare(old.items, now.items, `${where}[]`, side);
  }

  private compareTypes(before: Schema, after: Schema, at: string, side: Side): void {
    const [old, present] = [typesOf(before), typesOf(after)];
    const gone = old.filter((type) => !present.includes(type));
    const added = present.filter((type) => !old.includes(type));
    if (gone.length > 0)
      this.note(side === 'asked' || added.length > 0, at, `is never ${gone.join()} any more`);
    else if (added.length > 0) this.note(side !== 'asked', at, `may be ${added.join()} now`);
    if (before.format !== after.format && after.format !== undefined) {
      this.note(side === 'asked', at, `has the format ${after.format} now`);
    } else if (before.format !== after.format) this.note(side !== 'asked', at, 'has lost its format');
  }

  private compareEnums(before: Schema, after: Schema, at: string, side: Side): void {
    if (!before.enum && after.enum) this.note(side === 'asked', at, 'takes only some values now');
    if (before.enum && !after.enum) this.note(side === 'answered', at, 'can be any value now');
    if (!before.enum || !after.enum) return;
    const [old, present] = [before.enum.map(String), after.enum.map(String)];
    const gone = old.filter((value) => !present.includes(value));
    const added = present.filter((value) => !old.includes(value));
    if (gone.length > 0) this.note(side === 'asked', at, `${gone.join()} is no value any more`);
    if (added.length > 0) this.note(side === 'answered', at, `${added.join()} is a new value`);
  }

  /** Only for what is asked: an answer with other bounds is read as before. */
  private compareBounds(before: Schema, after: Schema, at: string): void {
    const compare = (key: Bound, isNarrower: boolean) => {
      if (before[key] !== after[key])
        this.note(isNarrower, at, `its ${key} is ${String(after[key] ?? 'gone')}`);
    };
    for (const key of LOWER_BOUNDS) compare(key, (after[key] ?? -Infinity) > (before[key] ?? -Infinity));
    for (const key of UPPER_BOUNDS) compare(key, (after[key] ?? Infinity) < (before[key] ?? Infinity));
    compare('pattern', after.pattern !== undefined);
    if (before.additionalProperties !== false && after.additionalProperties === false) {
      this.note(true, at, 'takes no further properties now');
    }
  }

  private compareProperties(before: Schema, after: Schema, at: string, side: Side): void {
    const [old, present] = [before.properties ?? {}, after.properties ?? {}];
    const requiredBefore = new Set(before.required);
    const requiredNow = new Set(after.required);
    for (const [name, property] of Object.entries(old)) {
      const where = `${at}.${name}`;
      const now = present[name];
      if (!now) {
        this.note(true, where, 'is gone');
        continue;
      }
      if (side === 'asked' && requiredNow.has(name) && !requiredBefore.has(name)) {
        this.note(true, where, 'is required now');
      }
      if (side !== 'asked' && requiredBefore.has(name) && !requiredNow.has(name)) {
        this.note(true, where, 'may be absent now');
      }
      this.compare(property, now, where, side);
    }
    for (const name of Object.keys(present)) {
      if (old[name]) continue;
      const isDemanded = side === 'asked' && requiredNow.has(name);
      this.note(isDemanded, `${at}.${name}`, isDemanded ? 'is new and required' : 'is new');
    }
  }

  /** Alternatives are told apart by what they refer to; those without a name by their place. */
  private compareChoices(before: Schema, after: Schema, at: string, side: Side): void {
    const [old, present] = [choicesOf(before), choicesOf(after)];
    for (const [name, choice] of old) {
      const now = present.get(name);
      if (now) this.compare(choice, now, at, side);
      else this.note(side === 'asked', at, `is never ${name} any more`);
    }
    for (const name of present.keys()) {
      if (!old.has(name)) this.note(side === 'answered', at, `may be ${name} now`);
    }
  }
}

function typesOf(schema: Schema): string[] {
  return [schema.type ?? []].flat();
}

function choicesOf(schema: Schema): Map<string, Schema> {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  return new Map(
    choices.map((choice, index) => [
      choice.$ref?.split('/').at(-1) ?? `${typesOf(choice).join()}${index}`,
      choice,
    ]),
  );
}
