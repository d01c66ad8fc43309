import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublic } from './addresses.js';

/** Hosts for which the house itself has lifted the rules, by name or address as a URL shows it. */
export type Trusted = ReadonlySet<string>;

/** Finds all addresses of a name: the system's own way, or that of a test. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The address that a connection would go to is not one of the open internet. */
export class AddressRefused extends Error {}

/**
 * What is wrong with an address as a target, in words; null where nothing is. A name is not looked up here: what it
 * stands for is seen when the connection is made, each time anew.
 */
export function targetFlaw(url: URL, trusted: Trusted): string | null {
  if (url.username !== '' || url.password !== '') return 'must not carry a user name or a password';
  if (trusted.has(url.hostname)) return isWeb(url) ? null : 'must be an http or https address';
  if (url.protocol !== 'https:') return 'must be an https address';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublic(literal)) return 'must lead to a host on the open internet';
  return null;
}

/**
 * The look-up of every connection. Each address of an answer is judged, right where the socket takes it from, so that
 * a name that first stands for one address and then for another is judged by the one that is used.
 */
export function guardedLookup(trusted: Trusted, resolve: Resolve = lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) {
        done(error, []);
        return;
      }
      const [first] = addresses;
      if (!first || !(trusted.has(host) || addresses.every(({ address }) => isPublic(address)))) {
        done(new AddressRefused(), []);
        return;
      }
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}
