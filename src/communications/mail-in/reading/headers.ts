import { parseAddressHeader, type HeaderLines } from 'mailparser';
import { type MailAddress } from './mail.js';
import { cleanLine } from './clean-text.js';

/** The headers of a mail, values unfolded. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** How much of one value is looked at; the longest honest ones are lists of references and of receivers. */
const VALUE_MAX = 32 * 1024;
const ADDRESSES_MAX = 500;
const IDS_MAX = 200;
const ID_MAX = 998;

export function headersOf(lines: HeaderLines): MailHeaders {
  const headers = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const colon = line.indexOf(':');
    if (colon < 0 || !/^[!-9;-~]{1,100}$/.test(key)) continue;
    const value = cleanLine(decoded(line.slice(colon + 1, colon + 1 + VALUE_MAX)));
    const values = headers.get(key);
    if (values) values.push(value);
    else headers.set(key, [value]);
  }
  return headers;
}

/** A raw line holds a byte in each sign: UTF-8 (RFC 6532), or what came before it. */
function decoded(line: string): string {
  const bytes = Buffer.from(line, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The value of a header, lower case; '' where it is missing. */
export function lowered(headers: MailHeaders, name: string): string {
  return (headers.get(name)?.[0] ?? '').toLowerCase();
}

/** The addresses of all headers of these names; members of groups by themselves, twice the same once. */
export function addressesOf(headers: MailHeaders, ...names: string[]): MailAddress[] {
  const values = names.flatMap((name) => headers.get(name) ?? []);
  const found = new Map<string, MailAddress>();
  for (const value of values) {
    const { value: parsed } = parseAddressHeader(value, { flatten: true, decodePunycode: false });
    for (const { address = '', name } of parsed) {
      const key = address.toLowerCase();
      if (!isAddress(address) || found.has(key) || found.size >= ADDRESSES_MAX) continue;
      found.set(key, { address, name: cleanLine(name).slice(0, 200) || null });
    }
  }
  return [...found.values()];
}

/** What mail could be sent to: one @, something on both sides, neither blanks nor signs that end a header. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1 || text.length > 320) return false;
  return !/[\s<>(),;:"\\[\]\p{C}@]/u.test(text.slice(0, at) + text.slice(at + 1));
}

/** Message ids with their angle brackets; where a mailer left the brackets out, they are put on. */
export function idsOf(headers: MailHeaders, name: string): string[] {
  const text = (headers.get(name) ?? []).join(' ');
  const bracketed = text.match(/<[^<>\s]{1,1000}>/g) ?? [];
  const ids = bracketed.length > 0 ? bracketed : text.split(' ').filter((word) => word.includes('@'));
  return [...new Set(ids.map((id) => (id.startsWith('<') ? id : `<${id}>`)))]
    .filter((id) => id.length <= ID_MAX)
    .slice(-IDS_MAX);
}
