import * as fc from 'fast-check';
import { type Document, type Parameter, type Placed, resolve } from '../../support/document.js';
import { type Caller, CALLERS, mayCall } from './callers.js';
import { isFile } from './forms.js';
import { HOSTILE_HEADERS, HOSTILE_URL_PARTS, spoiledBodies } from './spoil.js';
import { isHeader, type Values } from './values.js';
import type { World } from './world.js';

/** A request as it is going to be sent. */
export interface Plan {
  caller: Caller;
  /** Of the complainant or the forger. */
  token: string | null;
  /** With its query, encoded. */
  path: string;
  headers: Record<string, string>;
  /** What is sent, letter for letter; null is no body. */
  body: string | null;
  /** The document allows the query, forbids it, or nothing is claimed. */
  query: 'allowed' | 'forbidden' | 'strange';
}

/** Requests for one operation, most of them in earnest. */
export function plansFor(placed: Placed, document: Document, world: World, values: Values) {
  const parameters = (placed.operation.parameters ?? []).map((one) => resolve(document, one));
  const inQuery = parameters.filter((one) => one.in === 'query');
  return fc
    .record({
      who: callers(placed, world),
      path: paths(placed, parameters, world, values),
      query: queries(inQuery, values),
      headers: headersOf(parameters, values),
      body: bodies(placed, document, values),
    })
    .map(({ who, path, query, headers, body }): Plan => {
      const joined = query.text === '' ? path : `${path}?${query.text}`;
      return {
        ...who,
        path: joined,
        headers: present({ ...headers, ...body.headers }, world.etagOf(path)),
        body: body.text,
        query: query.kind,
      };
    });
}

function callers({ operation }: Placed, world: World): fc.Arbitrary<Pick<Plan, 'caller' | 'token'>> {
  const allowed = CALLERS.filter((caller) => mayCall(caller, operation));
  const caller = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...allowed) },
    { weight: 2, arbitrary: fc.constantFrom(...CALLERS) },
  );
  return caller.chain((one): fc.Arbitrary<Pick<Plan, 'caller' | 'token'>> => {
    if (one === 'complainant') return fc.constantFrom(...world.trackingTokens).map(withToken(one));
    return one === 'forger'
      ? fc.constantFrom(...FORGED).map(withToken(one))
      : fc.constant({ caller: one, token: null });
  });
}

const withToken = (caller: Caller) => (token: string) => ({ caller, token });

const FORGED = [
  'nonsense',
  'amt_nonsense',
  `amt_${'A'.repeat(43)}`,
  'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
  `eyJhbGciOiJFZERTQSJ9.e30.${'A'.repeat(86)}`,
];

function paths({ path }: Placed, parameters: Parameter[], world: World, values: Values) {
  const inPath = parameters.filter((one) => one.in === 'path');
  if (inPath.length === 0) return fc.constant(path);
  const known = world.idsFor(path);
  const offered = world.offeredFor(path);
  const made = fc.tuple(...inPath.map(({ schema, name }) => values.of(schema, name).map(String)));
  const hostile = fc.tuple(...inPath.map(() => fc.constantFrom(...HOSTILE_URL_PARTS)));
  const ids = fc.oneof(
    ...(known.length > 0 ? [{ weight: 20, arbitrary: fc.constantFrom(...known) }] : []),
    ...(offered.length > 0 ? [{ weight: 20, arbitrary: fc.constantFrom(...offered) }] : []),
    { weight: known.length > 0 ? 1 : 20, arbitrary: made },
    { weight: 1, arbitrary: hostile },
  );
  return ids.map((some) => {
    let next = 0;
    return path.replace(/\{[^}]+\}/g, () => some[next++] ?? '');
  });
}

interface Query {
  text: string;
  kind: Plan['query'];
}

function queries(parameters: Parameter[], values: Values): fc.Arbitrary<Query> {
  const good = goodQuery(parameters, values);
  const names = ['nobodyKnows', ...parameters.map(({ name }) => name)];
  const strange = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...HOSTILE_URL_PARTS, ''))
    .map(([name, value]): Query => {
      return { text: `${name}=${value}`, kind: name === 'nobodyKnows' ? 'forbidden' : 'strange' };
    });
  const twice = fc.constantFrom(...names).map((name): Query => {
    return { text: `${name}=1&${name}=1`, kind: 'forbidden' };
  });
  return fc.oneof(
    { weight: 20, arbitrary: good },
    { weight: parameters.length > 0 ? 3 : 1, arbitrary: strange },
    { weight: 1, arbitrary: twice },
  );
}

function goodQuery(parameters: Parameter[], values: Values): fc.Arbitrary<Query> {
  const required = parameters.filter((one) => one.required).map(({ name }) => name);
  const each = parameters.map(({ name, schema, required: needed }) => {
    const value = values.of(schema, name);
    return [name, needed ? value : fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, value)] as const;
  });
  return fc.record(Object.fromEntries(each), { requiredKeys: required }).map((chosen): Query => {
    const pairs = Object.entries(chosen).flatMap(([name, value]) =>
      value === null || (Array.isArray(value) && value.length === 0)
        ? []
        : [`${name}=${encodeURIComponent([value].flat().map(String).join())}`],
    );
    return { text: pairs.join('&'), kind: 'allowed' };
  });
}

/** The current version stands here until the request is sent. */
const CURRENT = '{current}';

function headersOf(parameters: Parameter[], values: Values): fc.Arbitrary<Record<string, string | null>> {
  const each = parameters
    .filter((one) => one.in === 'header')
    .map(({ name, schema, required }) => {
      const good = name.startsWith('If-')
        ? fc.constant(CURRENT)
        : fc.oneof(fc.constantFrom(...KEYS), values.of(schema).map(String).filter(isHeader));
      const value = fc.oneof(
        { weight: required ? 14 : 3, arbitrary: good },
        { weight: 1, arbitrary: fc.constantFrom('"1"', ...HOSTILE_HEADERS) },
        { weight: required ? 1 : 6, arbitrary: fc.constant(null) },
      );
      return [name, value] as const;
    });
  return fc
    .tuple(fc.record(Object.fromEntries(each)), fc.constantFrom(...OTHER_HEADERS))
    .map(([own, other]) => ({ ...own, ...other }));
}

/** What belongs to no operation and changes none; most requests have nothing of it. */
const OTHER_HEADERS: Record<string, string>[] = [
  ...Array.from({ length: 8 }, () => ({})),
  { Accept: 'application/xml' },
  { 'X-Request-Id': 'x'.repeat(300) },
  { 'X-Request-Id': '<script>' },
  { Origin: 'https://elsewhere.example' },
  { 'X-HTTP-Method-Override': 'DELETE' },
];

/** Few enough to be used again. */
const KEYS = ['"fuzz-key-number-1"', 'fuzz-key-number-2'];

interface Body {
  text: string | null;
  headers: Record<string, string>;
}

function bodies({ operation }: Placed, document: Document, values: Values): fc.Arbitrary<Body> {
  const nothing: Body = { text: null, headers: {} };
  if (!operation.requestBody) return fc.constant(nothing);
  const content = resolve(document, operation.requestBody).content ?? {};
  const [type = '', ...others] = Object.keys(content);
  const good = values.of(content[type]?.schema ?? {});
  const sent = (text: string): Body => ({ text, headers: { 'Content-Type': type } });
  const wrongTypes = ['text/plain', 'application/json; charset=latin1', 'nonsense', ...others];
  return fc.oneof(
    { weight: 14, arbitrary: good.map((value) => sent(JSON.stringify(value))) },
    ...(isFile(type)
      ? []
      : spoiledBodies(good).map(({ weight, arbitrary }) => ({ weight, arbitrary: arbitrary.map(sent) }))),
    {
      weight: 1,
      arbitrary: fc
        .tuple(good, fc.constantFrom(...wrongTypes))
        .map(([value, other]) => ({ text: JSON.stringify(value), headers: { 'Content-Type': other } })),
    },
    { weight: 1, arbitrary: fc.constant(nothing) },
  );
}

function present(headers: Record<string, string | null>, etag = '"1"'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === null ? [] : [[name, value === CURRENT ? etag : value] as const],
    ),
  );
}
