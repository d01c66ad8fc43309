import { ENTRY_TYPES, type EntryType } from './entry-catalogue.js';
import type { Entry } from './entries/entry.js';

type Prefix<T extends string = EntryType> = T extends `${infer P}.${string}` ? P : never;

/** The name of a type, or all types of a kind: `complaint.*`. */
export type EntryPattern = EntryType | `${Prefix}.*`;

/** Every name of a type, and of all types of a kind. */
export const ENTRY_PATTERNS: readonly EntryPattern[] = [
  ...new Set(ENTRY_TYPES.map((type) => `${type.slice(0, type.indexOf('.'))}.*` as EntryPattern)),
  ...ENTRY_TYPES,
];

type Matching<P extends EntryPattern> = P extends EntryType
  ? P
  : P extends `${infer K}.*`
    ? Extract<EntryType, `${K}.${string}`>
    : never;

type Handler<P extends EntryPattern> = (entry: Entry<Matching<P>>) => Promise<void>;

/** A method that follows the log. */
export interface Subscription {
  /** Class and method. A renamed one is a new subscriber, which begins anew. */
  name: string;
  types: readonly EntryType[];
  from: 'beginning' | 'now';
  handle(entry: Entry): Promise<void>;
}

interface Marked {
  patterns: readonly EntryPattern[];
  from: Subscription['from'];
}

const MARK = Symbol('subscription');

/**
 * Makes a method of a provider a subscriber of the log. It gets every entry of its types, in order within a complaint,
 * at least once: an entry can come again after a crash, so the method must look at how things stand.
 * Where it throws, the entries of that complaint wait and are tried again; all others go on.
 * @param options `from`: where a subscriber begins that was never there before. Default `now`.
 */
export function On<P extends EntryPattern>(
  patterns: P | readonly P[],
  options: { from?: Subscription['from'] } = {},
) {
  return <H extends Handler<P>>(_: object, __: string, method: TypedPropertyDescriptor<H>): void => {
    const mark: Marked = {
      patterns: typeof patterns === 'string' ? [patterns] : patterns,
      from: options.from ?? 'now',
    };
    Reflect.defineMetadata(MARK, mark, method.value as object);
  };
}

/** The subscribers among the methods of an instance. */
export function subscriptionsOf(instance: unknown): Subscription[] {
  if (typeof instance !== 'object' || instance === null) return [];
  const prototype = Object.getPrototypeOf(instance) as object | null;
  if (!prototype) return [];
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) => {
    const mark = markOf(value);
    if (!mark) return [];
    const handle = (entry: Entry) => (value as Handler<EntryPattern>).call(instance, entry);
    return [
      {
        name: `${prototype.constructor.name}.${name}`,
        types: typesOf(mark.patterns),
        from: mark.from,
        handle,
      },
    ];
  });
}

function markOf(method: unknown): Marked | undefined {
  if (typeof method !== 'function') return undefined;
  return Reflect.getMetadata(MARK, method) as Marked | undefined;
}

/** The types that patterns name, `*` all there are, in the order of the catalogue. */
export function typesOf(patterns: readonly (EntryPattern | '*')[]): EntryType[] {
  return ENTRY_TYPES.filter((type) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
    ),
  );
}
