import { isEmail } from 'class-validator';
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

/** `smtp://` or `smtps://`, with user and password where the server asks for them. */
export function isSmtpUrl(text: string): boolean {
  const url = parsed(text);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    return false;
  const isPlain = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  return isPlain && isDecodable(url.username) && isDecodable(url.password);
}

/** `imap://` or `imaps://`, with user and password, and a folder where it is not INBOX. */
export function isImapUrl(text: string): boolean {
  const url = parsed(text);
  if (url === null || (url.protocol !== 'imap:' && url.protocol !== 'imaps:') || url.hostname === '')
    return false;
  const isWhole = url.username !== '' && url.password !== '' && url.search === '' && url.hash === '';
  return isWhole && [url.username, url.password, url.pathname].every(isDecodable);
}

/** An address, or a name with an address in angle brackets: `Amends <help@example.org>`. */
export function senderOf(text: string): { name: string; address: string } | null {
  const [, name = '', address = text] = /^([^<>"\r\n]{0,100})<([^<>]+)>$/.exec(text) ?? [];
  return isEmail(address) ? { name: name.trim(), address } : null;
}

/** No mail leaves without both of them. @returns a sentence for the one that is missing */
export function missingOfMail(given: { smtpUrl: string | null; mailFrom: string | null }): string[] {
  if ((given.smtpUrl === null) === (given.mailFrom === null)) return [];
  const [missing, other] = given.smtpUrl ? ['MAIL_FROM', 'SMTP_URL'] : ['SMTP_URL', 'MAIL_FROM'];
  return [`${missing} must be given with ${other}.`];
}

/** A page to whose address `#` and a token are added. */
export function isPageUrl(text: string): boolean {
  const url = parsed(text);
  return url !== null && isHttp(url) && url.hash === '' && url.username === '';
}

/** Where the program itself listens; from everywhere is, seen from here, this machine. */
export function ownUrl({ host, port }: { host: string; port: number }): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${name}:${port}`;
  return isHttpUrl(url) ? url : 'http://localhost'; // what is wrong with HOST or PORT is told under their names
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** `s3://bucket/prefix?region=…&endpoint=…`: the bucket alone is enough. */
export function isStorageUrl(text: string): boolean {
  const url = parsed(text);
  if (url === null || url.protocol !== 's3:' || url.username !== '' || url.hash !== '') return false;
  const known = [...url.searchParams].every(
    ([name, value]) =>
      (name === 'region' && /^[a-z0-9-]+$/.test(value)) || (name === 'endpoint' && isHttpUrl(value)),
  );
  return known && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname);
}

/** `tcp://host:port`. */
export function isClamdUrl(text: string): boolean {
  const url = parsed(text);
  if (url === null || url.protocol !== 'tcp:' || url.username !== '') return false;
  return url.hostname !== '' && url.port !== '' && ['', '/'].includes(url.pathname) && url.search === '';
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
