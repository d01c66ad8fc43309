import { BUILT_IN } from '../../../src/standards/built-in.js';
import type { Answer } from '../../support/api.js';
import { CAST, PASSWORD } from '../../support/cast.js';
import type { Document, Placed } from '../../support/document.js';

/** Whoever no longer speaks for somebody has no token any more, nor has who was merged; the answer brings the next. */
const ENDS_TOKENS = /\/representatives\/[^/]+\/actions\/(refuse|end)$/;

/** What the fuzzer has learned from the answers: what exists, in which version, and what opens it. */
export class World {
  readonly trackingTokens: string[] = [];
  /** Ids of those who act in the test; they may be named, but are not changed. */
  readonly people: string[] = [];
  private readonly refreshTokens: string[] = [];
  private readonly cursors: string[] = [];
  /** The values for the parameters of a path, by the path up to its last parameter. */
  private readonly known = new Map<string, string[][]>();
  private readonly offered = new Map<string, string[][]>();
  private readonly etags = new Map<string, string>();
  private readonly collections: string[];

  constructor(document: Document) {
    this.collections = Object.keys(document.paths).filter((path) => path.endsWith('}'));
  }

  /** Ids that belong together, for all parameters of the path, the newest last. */
  idsFor(path: string): readonly string[][] {
    return this.known.get(upToLastId(path)) ?? [];
  }

  /** Ids for which the list of possible actions once offered this path. */
  offeredFor(path: string): readonly string[][] {
    return this.offered.get(path) ?? [];
  }

  /** The version of the resource that a path is about, as its last answer gave it. */
  etagOf(path: string): string | undefined {
    return this.etags.get(upToLastUuid(path));
  }

  /** Values that mean something under this name. */
  readonly values = (name: string, format: string | undefined): readonly unknown[] => {
    if (format === 'uuid') return this.idsOf(NOUNS.find(([pattern]) => pattern.test(name))?.[1]);
    if (name === 'refreshToken') return this.refreshTokens;
    if (name === 'cursor') return this.cursors;
    return VALUES[name] ?? [];
  };

  learn({ path: template, method }: Placed, path: string, { status, headers, body }: Answer): void {
    if (status >= 300) return;
    const etag = headers.get('etag');
    const location = headers.get('location');
    if (etag !== null) this.etags.set(upToLastUuid(location ?? path), etag);
    if (location !== null && method === 'POST') this.learnPath(location);
    if (ENDS_TOKENS.test(path)) this.trackingTokens.length = 0;
    const { items, nextCursor, trackingToken, refreshToken } = (body ?? {}) as Record<string, unknown>;
    if (Array.isArray(items)) this.learnItems(template, path, items);
    if (typeof nextCursor === 'string') keep(this.cursors, nextCursor);
    if (typeof trackingToken === 'string') keep(this.trackingTokens, trackingToken);
    if (typeof refreshToken === 'string') keep(this.refreshTokens, refreshToken);
  }

  /** That this path leads to something. */
  learnPath(path: string): void {
    const template = this.collections.find((one) => patternOf(one).test(path));
    if (template === undefined) return;
    const ids = [...path.matchAll(UUID)].map(([id]) => id);
    const known = this.known.get(template) ?? [];
    this.known.set(template, known);
    if (ids.length > 0 && !known.some((some) => some.join() === ids.join())) keep(known, ids);
  }

  private learnItems(template: string, path: string, items: unknown[]): void {
    const [pathname = ''] = path.split('?');
    // People who act in the test must stay who they are: only users that the fuzzer made are changed by it.
    if (template === '/v1/users') return;
    for (const item of items as { id?: unknown; version?: unknown; href?: unknown; allowed?: unknown }[]) {
      if (typeof item.href === 'string' && item.allowed === true) this.learnOffer(item.href);
      if (typeof item.id !== 'string') continue;
      this.learnPath(`${pathname}/${item.id}`);
      if (typeof item.version === 'number')
        this.etags.set(`${pathname}/${item.id}`, `"${String(item.version)}"`);
    }
  }

  /** At the most the newest few: what was possible once is done soon. */
  private learnOffer(href: string): void {
    const template = href.replace(UUID, '{id}');
    const ids = [...href.matchAll(UUID)].map(([id]) => id);
    this.offered.set(template, [...(this.offered.get(template) ?? []), ids].slice(-5));
  }

  private idsOf(noun: string | undefined): string[] {
    const made = [...this.known]
      .filter(([template]) => noun === undefined || template.includes(`/${noun}/`))
      .flatMap(([, known]) => known.map((ids) => ids.at(-1) ?? ''));
    return noun === 'users' ? [...this.people, ...made] : made;
  }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Wrong passwords lock an account for a while; Ben is not needed for anything else. */
const VALUES: Record<string, readonly unknown[]> = {
  email: [CAST.ben.email, 'marta@example.org'],
  password: [PASSWORD],
  externalId: ['A-1', 'A-2', 'A-3'],
  complainant: [
    { name: 'Marta Kis', email: 'marta@example.org' },
    { name: 'Jan Novák', phone: '+36 1 234 5678' },
  ],
  promises: [BUILT_IN.promises],
};

/** What a property with such a name refers to. */
const NOUNS: [RegExp, string][] = [
  [/owner|user|actor|member/i, 'users'],
  [/cause/i, 'causes'],
  [/categor/i, 'categories'],
  [/complaint/i, 'complaints'],
  [/message/i, 'messages'],
  [/promise/i, 'promises'],
  [/standard/i, 'standards'],
];

/** The newest stay: old complaints end, and what has ended answers less. */
const MOST = 40;

function keep<T>(list: T[], value: T): void {
  list.push(value);
  if (list.length > MOST) list.shift();
}

function upToLastId(template: string): string {
  return template.slice(0, template.lastIndexOf('}') + 1);
}

function upToLastUuid(path: string): string {
  const [pathname = ''] = path.split('?');
  const last = [...pathname.matchAll(UUID)].at(-1);
  return last
    ? pathname.slice(0, last.index + last[0].length)
    : pathname.replace(/\/(actions|messages).*/, '');
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
}
