import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { ApiError } from './errors.ts';
import type { Target } from './target.ts';

/**
 * Refuses requests that a foreign web page makes a browser send. The controls and pages need no key:
 * they are for users of this machine, and any page that is open there can also reach them.
 *
 * - A name that is not this machine's: DNS can point the name of a page here, and the page may then
 *   read what it gets, as from its own server.
 * - The browser reports that another page sends it. Links are allowed: the person sees what they lead
 *   to, and the page does not.
 * @param boundTo the address that the sandbox listens on
 * @throws ApiError 421 or 403
 */
export function refuseStrangers(
  { headers, method }: IncomingMessage,
  { authority }: Target,
  boundTo: string,
): void {
  const host = authority ?? headers.host;
  if (host !== undefined && !isOurs(nameOf(host), boundTo)) {
    throw refusal(421, 'This is not a host of the sandbox. It is at localhost and 127.0.0.1.');
  }
  const { origin } = headers;
  if (origin !== undefined && !isAt(origin, host)) {
    throw refusal(403, 'Pages of other origins cannot use this.');
  }
  const isLink =
    method === 'GET' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document';
  if (headers['sec-fetch-site'] === 'cross-site' && !isLink) {
    throw refusal(403, 'Pages of other sites cannot use this.');
  }
}

/** Without the port. */
function nameOf(host: string): string {
  const parsed = /[/?#@\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return (parsed?.hostname ?? '').replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Beyond the loopback address the names of a local network are accepted, too, which no foreign page can have. */
function isOurs(name: string, boundTo: string): boolean {
  if (isLoopback(name) || name === boundTo) return true;
  return !isLoopback(boundTo) && name !== '' && (isIP(name) !== 0 || isPrivate(name));
}

function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    (isIP(name) === 4 && name.startsWith('127.'))
  );
}

function isPrivate(name: string): boolean {
  return !name.includes('.') || /\.(?:local|internal|home\.arpa)$/.test(name);
}

function isAt(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.parse(origin)?.host === URL.parse(`http://${host}`)?.host;
}

const refusal = (status: number, message: string): ApiError =>
  new ApiError(status, 'invalid_request_error', message, {}, true);
