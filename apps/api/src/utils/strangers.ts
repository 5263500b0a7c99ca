import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Why a request is refused, and with which status. */
interface Refusal {
  readonly status: 403 | 421;
  readonly message: string;
}

/** What identifies the origin of a request. */
interface Asked {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Of its target, see `readTarget`. */
  readonly authority?: string | undefined;
}

/** By which names a server is known. */
interface OwnNames {
  /** The address that it listens on. */
  readonly boundTo: string;
  /** Further hosts that lead here, without their port. */
  readonly names?: readonly string[];
  /** Where it listens on a network: whether its machines may call it as they like. */
  readonly anyOnNetwork?: boolean;
}

/**
 * Whether a page of another site makes a browser send the request. Pages for users of this machine
 * require no key, and any page that is open in a browser there can reach them too.
 *
 * - The host is not one of ours: DNS can point a page's own name here, and the page may then read
 *   the answer as from its own server.
 * - The browser reports that another page sends it. Links are allowed: the person sees what they
 *   lead to, and the page does not.
 */
export function strangerRefusal(
  { method, headers, authority }: Asked,
  own: OwnNames,
): Refusal | undefined {
  const host = authority ?? headers.host;
  if (host !== undefined && !isOurs(nameOf(host), own)) {
    return { status: 421, message: 'This host is not served here. Use localhost or 127.0.0.1.' };
  }
  if (headers.origin !== undefined && !isAt(headers.origin, host)) {
    return { status: 403, message: 'Pages of other origins may not read this.' };
  }
  const isLink =
    method === 'GET' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document';
  if (headers['sec-fetch-site'] === 'cross-site' && !isLink) {
    return { status: 403, message: 'Pages of other sites may not read this.' };
  }
  return undefined;
}

/** A host without its port, as URLs have it; empty when it is none. */
export function nameOf(host: string): string {
  const parsed = /[/?#@\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return (parsed?.hostname ?? '').replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function isOurs(name: string, { boundTo, names = [], anyOnNetwork = false }: OwnNames): boolean {
  if (isLoopback(name) || name === boundTo || names.includes(name)) return true;
  if (isLoopback(boundTo) || name === '') return false;
  return anyOnNetwork || isIP(name) !== 0 || isPrivate(name);
}

function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    (isIP(name) === 4 && name.startsWith('127.'))
  );
}

/** Names of a local network, which no stranger can have. */
function isPrivate(name: string): boolean {
  return !name.includes('.') || /\.(?:local|internal|home\.arpa)$/.test(name);
}

function isAt(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.parse(origin)?.host === URL.parse(`http://${host}`)?.host;
}
