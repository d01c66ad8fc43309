import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** A key of reply addresses. The generation stands in the address and says which key made it. */
export interface ReplyKey {
  /** 0 to 31; the next key takes the next number, and 0 follows 31. */
  generation: number;
  /** 32 random bytes. */
  secret: Buffer;
}

const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 26;
/** 80 bits, the least that RFC 2104 (section 5) allows; each guess costs a mail, and the sender must take part too. */
const MAC_LENGTH = 16;
/** RFC 5321, section 4.5.3.1.1. */
const LOCAL_MAX = 64;
const SECRET_MIN = 32;

/** The longest name before the @ of an address that replies can be sent to by way of it. */
export const REPLY_BASE_MAX = LOCAL_MAX - ID_LENGTH - MAC_LENGTH - 3;

/**
 * The address that the answer to a complaint's message goes to: `help+b<id>.<mac>@example.org`. It means the same in
 * upper and lower case, because some servers change it.
 *
 * @throws RangeError where the base has too long a name, or the key is none: both are found at start.
 */
export function makeReplyAddress(base: string, complaintId: string, key: ReplyKey): string {
  const { local, domain } = partsOf(base);
  if (local === '' || local.includes('+') || local.length > REPLY_BASE_MAX) {
    throw new RangeError(`The name before the @ must have 1 to ${REPLY_BASE_MAX} signs, none of them +.`);
  }
  if (!isKey(key)) throw new RangeError('A key has a generation from 0 to 31 and 32 bytes.');
  const token = SIGNS.charAt(key.generation) + inSigns(parse(complaintId));
  return `${local}+${token}.${macOf(token, key)}@${domain}`;
}

/**
 * The complaint that an address was made for; null where it was not made by one of the keys, or for another base. One
 * key is the rule, two while one follows the other.
 */
export function readReplyAddress(address: string, base: string, keys: readonly ReplyKey[]): string | null {
  const { local, domain } = partsOf(address.toLowerCase());
  const house = partsOf(base.toLowerCase());
  const [, name, token = '', mac = ''] = /^([^+]{1,64})\+([a-z2-7]{27})\.([a-z2-7]{16})$/.exec(local) ?? [];
  if (name === undefined || name !== house.local || domain !== house.domain) return null;
  const key = keys.find((one) => isKey(one) && SIGNS.charAt(one.generation) === token.charAt(0));
  if (!key || !timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(token, key)))) return null;
  return idOf(token.slice(1));
}

function partsOf(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, Math.max(0, at)), domain: at < 0 ? '' : address.slice(at + 1) };
}

function isKey({ generation, secret }: ReplyKey): boolean {
  return Number.isInteger(generation) && generation >= 0 && generation < 32 && secret.length >= SECRET_MIN;
}

/** Over the signs themselves: two writings of one id, which the last sign would allow, have two codes. */
function macOf(token: string, key: ReplyKey): string {
  const digest = createHmac('sha256', key.secret).update(`reply-address\0${token}`).digest();
  return inSigns(digest).slice(0, MAC_LENGTH);
}

/** Base32 (RFC 4648, section 6) in lower case, without padding. */
function inSigns(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => SIGNS.charAt(parseInt(five.padEnd(5, '0'), 2))).join('');
}

function idOf(signs: string): string | null {
  const bits = [...signs].map((sign) => SIGNS.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const bytes = Array.from({ length: 16 }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8), 2));
  try {
    return stringify(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
