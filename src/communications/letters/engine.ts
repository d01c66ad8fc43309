import { Liquid, type Template, Tokenizer, TypeGuards, toValueSync, Value } from 'liquidjs';

/**
 * The part of Liquid that letters are written in: variables, `if` and `unless`, and a few filters. There are no loops,
 * no assignments, no other files and no properties, so what a template costs is known before it is used. Values are put
 * in as they are: a text that looks like a template stays a text.
 */

export const TAGS = ['if', 'elsif', 'else', 'endif', 'unless', 'endunless'] as const;
export const FILTERS = ['capitalize', 'default', 'downcase', 'strip', 'upcase'] as const;
export const OPERATORS = ['==', '!=', 'and', 'or', 'not'] as const;

/** In characters. */
export const SUBJECT_MAX = 200;
export const BODY_MAX = 10_000;

/** In milliseconds. Far from what a letter takes: it is there for what nobody thought of. */
const RENDER_LIMIT = 1000;
const MEMORY_LIMIT = 10_000_000;

export type Parsed = Template[];
export type Texts = Readonly<Record<string, string | null>>;

const strict = engine({ strictFilters: true });
/** Unknown filters are reported by whoever looks through what was parsed: all at once. */
const lenient = engine({ strictFilters: false });

/** @throws LiquidError where it is no template */
export function parse(source: string): Parsed {
  return strict.parse(source);
}

/** The same, with filters that there are not. @throws LiquidError */
export function parseLeniently(source: string): Parsed {
  return lenient.parse(source);
}

/** @throws LiquidError where a variable is missing or a limit is reached */
export function render(parsed: Parsed, texts: Texts): string {
  const scope = Object.assign(Object.create(null) as Record<string, unknown>, texts);
  return String(strict.renderSync(parsed, scope));
}

/** The names of the tags, in their order. @throws LiquidError where one is not closed */
export function tagNamesIn(source: string): string[] {
  const tokens = new Tokenizer(source).readTopLevelTokens();
  return tokens.flatMap((token) => (TypeGuards.isTagToken(token) ? [token.name] : []));
}

/** Every expression, those in branches that are never taken too. */
export function expressionsIn(templates: Parsed): Value[] {
  return templates.flatMap((template) => [
    ...[...(template.arguments?.() ?? [])].filter((argument) => argument instanceof Value),
    ...(template.children ? expressionsIn(toValueSync(template.children(false, true))) : []),
  ]);
}

function engine({ strictFilters }: { strictFilters: boolean }): Liquid {
  const made = new Liquid({
    strictFilters,
    strictVariables: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: BODY_MAX * 2,
    renderLimit: RENDER_LIMIT,
    memoryLimit: MEMORY_LIMIT,
  });
  const keep = { tags: new Set<string>(TAGS), filters: new Set<string>(FILTERS) };
  for (const name of Object.keys(made.tags))
    if (!keep.tags.has(name)) Reflect.deleteProperty(made.tags, name);
  for (const name of Object.keys(made.filters)) if (!keep.filters.has(name)) made.unregisterFilter(name);
  return made;
}
