import * as fc from 'fast-check';

/** What nobody sends in earnest. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  12.5,
  1e300,
  '',
  ' \t\n',
  'words',
  'a\u0000b',
  'a\ud800b',
  '\udc00@house.example',
  "1' OR '1'='1",
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '2026-02-30T09:00:00.000Z',
  '2026-11-20T24:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2026-11-20T09:00:00+01:00',
  'x'.repeat(20_001),
  [],
  [[[]]],
  [null],
  {},
  { length: 5 },
  { constructor: { prototype: {} } },
];

/** Bodies that are hardly JSON, or JSON of another kind. */
export const RAW_BODIES: readonly string[] = [
  '',
  ' ',
  'null',
  '[]',
  '"text"',
  '{"a":',
  'NaN',
  '\ufeff{}',
  '{"__proto__":{"isAdmin":true}}',
  '{"a\\u0000":1}',
  '{"\\ud800":1}',
  '['.repeat(3000) + ']'.repeat(3000),
  '{"a":'.repeat(200) + '1' + '}'.repeat(200),
];

export const TOO_LARGE = JSON.stringify({ description: 'x'.repeat(101_000) });

/** What stands in a URL where an id or a parameter belongs, encoded as it is sent. */
export const HOSTILE_URL_PARTS: readonly string[] = [
  '1',
  'undefined',
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%ff',
  '%27%20OR%20%271%27%3D%271',
  '..%2Fusers',
  '%F0%9F%9B%8F',
  'x'.repeat(300),
  '2026-02-30T09:00:00.000Z',
  '-1',
  '99999999999999999999',
];

export const HOSTILE_HEADERS: readonly string[] = [
  '""',
  '*',
  '"0"',
  '"99999999999999999999"',
  'W/"1"',
  '"1", "2"',
  '1',
  'x'.repeat(1001),
  'nonsense with blanks',
  '\u00e9\u00e8\u00ea-latin-1-letters',
];

/** The same value with one thing wrong: a part replaced, left out, or added. */
export function spoiled(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const how = fc.constantFrom('replace', 'drop', 'add');
  return fc
    .tuple(value, how, fc.nat(1000), fc.constantFrom(...HOSTILE))
    .map(([good, way, place, bad]) => spoil(good, way, place, bad));
}

function spoil(good: unknown, way: string, place: number, bad: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(good)) as unknown;
  const places = placesOf(copy);
  const chosen = places[place % Math.max(places.length, 1)];
  if (way === 'add' || !chosen) {
    return isObject(copy) ? { ...copy, nobodyKnows: bad } : bad;
  }
  if (way === 'replace') chosen.holder[chosen.key] = bad;
  else if (Array.isArray(chosen.holder)) chosen.holder.splice(Number(chosen.key), 1);
  else Reflect.deleteProperty(chosen.holder, chosen.key);
  return copy;
}

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

/** Every member of every object and list in it, the outermost first. */
function placesOf(value: unknown): Place[] {
  if (!isObject(value)) return [];
  return [
    ...Object.keys(value).map((key) => ({ holder: value, key })),
    ...Object.values(value).flatMap(placesOf),
  ];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Not of a form: it has nothing but texts and files, and is made of the JSON when it is sent. */
export function spoiledBodies(
  good: fc.Arbitrary<unknown>,
): { weight: number; arbitrary: fc.Arbitrary<string> }[] {
  return [
    { weight: 5, arbitrary: spoiled(good).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...RAW_BODIES) },
    { weight: 1, arbitrary: fc.constant(TOO_LARGE) },
  ];
}
