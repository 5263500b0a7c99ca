import ipaddr from 'ipaddr.js';

/** Networks that the library takes for ordinary ones, and that are of no public server (RFC 6890). */
const specialIPv4 = ['0.0.0.0/8', '192.0.0.0/24', '198.18.0.0/15'].map((network) =>
  ipaddr.IPv4.parseCIDR(network),
);
const specialIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((network) =>
  ipaddr.IPv6.parseCIDR(network),
);
/** The only part of IPv6 that is given to public servers. */
const globalIPv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is of the public internet: none of this machine, of a network of the shop's,
 * or of a cloud's metadata. One that carries an IPv4 address is judged by that one, or refused.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv4) {
    return !specialIPv4.some((network) => parsed.match(network));
  }
  return parsed.match(globalIPv6) && !specialIPv6.some((network) => parsed.match(network));
}
