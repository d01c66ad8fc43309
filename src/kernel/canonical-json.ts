/**
 * RFC 8785 (JSON Canonicalization Scheme): one byte sequence for one value.
 * ECMAScript's own number and string forms are the scheme's; what remains is the order of the keys
 * (by UTF-16 code units) and the refusal of what JSON cannot carry.
 * @throws TypeError on a number that is not finite, a lone surrogate, or a value that is not JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return object(value as Record<string, unknown>);
  throw new TypeError(`not a JSON value: ${typeof value}`);
}

/**
 * Whether a text is the canonical form of the value that was parsed from it. Nearly always the engine's own writer says
 * so, in a fraction of the time; what it cannot judge (keys that look like numbers, halves of surrogate pairs) is
 * written anew.
 */
export function isCanonical(text: string, value: unknown): boolean {
  if (JSON.stringify(value) === text && isSorted(value) && !text.includes('\\ud')) return true;
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (key < before || !isSorted(member)) return false;
    before = key;
  }
  return true;
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form');
  return JSON.stringify(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  return JSON.stringify(value);
}

function object(value: Record<string, unknown>): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${text(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
