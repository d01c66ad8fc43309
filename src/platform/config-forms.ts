import { isIP } from 'node:net';

/** The forms of the variables that are more than a number or a word. */

export function isHttpUrl(text: string): boolean {
  const url = parsed(text);
  return url !== null && isHttp(url) && url.search === '' && url.hash === '' && url.username === '';
}

export function isHttpOrigin(text: string): boolean {
  const url = parsed(text);
  return url !== null && isHttp(url) && url.origin === text.toLowerCase();
}

export function isPostgresUrl(text: string): boolean {
  const url = parsed(text);
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:');
}

/** An address, a network in CIDR form, or one of the names that the HTTP server knows. */
export function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** A host as a URL shows it, without a port. */
export function isHost(text: string): boolean {
  return parsed(`http://${text}`)?.host === text.toLowerCase();
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
