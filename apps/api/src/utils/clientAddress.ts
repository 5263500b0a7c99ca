import { isIP, isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

const MAPPED_PREFIX = '::ffff:';
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;
const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{0,5}$/;
const IPV6_IN_BRACKETS = /^\[([^\]]+)\](?::\d{0,5})?$/;

/**
 * An address in its one form for counting and display: without port, brackets and zone; an IPv4
 * address that was mapped into IPv6 as IPv4; IPv6 in its short form.
 * @param text from a socket, or from a proxy in X-Forwarded-For.
 * @returns undefined for what is no address.
 */
export function cleanAddress(text: string | undefined): string | undefined {
  if (text === undefined || isIPv4(text)) return text;
  if (text.startsWith(MAPPED_PREFIX)) {
    const mapped = text.slice(MAPPED_PREFIX.length);
    if (isIPv4(mapped)) return mapped;
  }
  const bare = withoutPort(text.trim().replace(/^"(.*)"$/, '$1'));
  return isIPv6(bare) ? shortForm(bare) : isIP(bare) === 4 ? bare : undefined;
}

/**
 * What counts as one client: an IPv4 address, or the IPv6 network that an address is in.
 * @param bits length of the network's prefix.
 */
export function networkOf(address: string, bits: number): string {
  if (!isIPv6(address)) return address;
  const bytes = ipaddr.IPv6.parse(address).toByteArray();
  const kept = bytes.map((byte, at) => byte & (0xff00 >> Math.min(Math.max(bits - 8 * at, 0), 8)));
  return `${new ipaddr.IPv6(kept).toString()}/${bits}`;
}

function withoutPort(text: string): string {
  const [, address] = IPV4_WITH_PORT.exec(text) ?? IPV6_IN_BRACKETS.exec(text) ?? [];
  return address ?? text;
}

function shortForm(ipv6: string): string {
  const short = new URL(`http://[${ipv6.replace(/%.*$/s, '')}]`).hostname.slice(1, -1);
  const [, high, low] = MAPPED.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  return [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}
