import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is given out for the open internet at all (RFC 4291, and what IANA has assigned since). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the open internet. Refused is everything else: this machine, private and shared
 * networks, link-local (where clouds keep their credentials), multicast, documentation, and every way to write an IPv4
 * address inside of an IPv6 one, because it leads wherever a translator takes it.
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}
