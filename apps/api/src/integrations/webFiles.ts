import { lookup as lookUpAddress, type LookupAddress } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { RemoteFileError, type RemoteFile, type RemoteFiles } from '../ports/remoteFiles.ts';
import { nodeHttp } from '../utils/nodeHttp.ts';
import { isPublicAddress } from './webFiles/publicAddress.ts';

interface WebFilesOptions {
  /** In bytes. */
  readonly maxBytes?: number;
  /** From the first look-up to the last byte, redirects counted in, in milliseconds. */
  readonly timeoutMs?: number;
  /** Without a byte, in milliseconds. */
  readonly idleMs?: number;
  /** Which IP addresses are asked. */
  readonly isAllowed?: (address: string) => boolean;
  readonly ports?: readonly number[];
  /** All addresses of a host's name. */
  readonly resolve?: (host: string) => Promise<LookupAddress[]>;
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const MAX_URL_LENGTH = 2048;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Files of the web, by addresses that callers name, without a way into the shop's own network: each
 * host's name is resolved once, all its addresses have to be public, and the connection goes to those,
 * whatever the name's server says next. Redirects are followed by the same rules.
 */
export function createWebFiles(options: WebFilesOptions = {}): RemoteFiles {
  const {
    maxBytes = MAX_BYTES,
    timeoutMs = 30_000,
    idleMs = 10_000,
    isAllowed = isPublicAddress,
    ports = [80, 443],
    resolve = resolveAll,
  } = options;

  /** @throws {RemoteFileError} refused */
  function checkUrl(text: string, base?: URL): URL {
    const url = URL.parse(text, base?.href);
    if (!url || text.length > MAX_URL_LENGTH || !['http:', 'https:'].includes(url.protocol)) {
      throw new RemoteFileError('refused', 'The address is no http or https URL');
    }
    if (url.username !== '' || url.password !== '') {
      throw new RemoteFileError('refused', 'The address has a user or a password in it');
    }
    if (!ports.includes(portOf(url))) {
      throw new RemoteFileError('refused', 'The address has another port than 80 or 443');
    }
    return url;
  }

  /** @throws {RemoteFileError} refused; unavailable when the name is not known. */
  async function addressesOf(url: URL): Promise<LookupAddress[]> {
    // The URL parser has made an IPv4 address of any spelling: decimal, octal, hexadecimal, shortened.
    const host = url.hostname.replaceAll(/^\[|\]$/g, '');
    const family = isIP(host);
    const found = family === 0 ? await resolve(host) : [{ address: host, family }];
    if (found.length === 0 || !found.every(({ address }) => isAllowed(address))) {
      throw new RemoteFileError('refused', 'The address is not on the public internet');
    }
    return found;
  }

  async function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    const found = await withSignal(addressesOf(url), signal);
    // Of addresses in the URL itself Node looks up nothing; they are checked above.
    const lookup: LookupFunction = (_host, { all }, callback) => {
      const [first = { address: '', family: 0 }] = found;
      if (all) callback(null, found);
      else callback(null, first.address, first.family);
    };
    const send = url.protocol === 'https:' ? requestHttps : nodeHttp.request;
    return await new Promise((resolve, reject) => {
      const request = send(url, {
        // A connection that is kept might lead to what the same name was before.
        agent: false,
        lookup,
        signal,
        headers: {
          Accept: 'image/avif,image/webp,image/*;q=0.9,*/*;q=0.1',
          // What is packed may unpack to any size.
          'Accept-Encoding': 'identity',
          'User-Agent': 'Cartwright',
        },
      });
      request.setTimeout(idleMs, () => {
        request.destroy(new RemoteFileError('unavailable', 'The server is too slow'));
      });
      request.once('response', resolve).on('error', reject).end();
    });
  }

  /** The answer that is no redirect. */
  async function follow(first: string, signal: AbortSignal) {
    let url = checkUrl(first);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await ask(url, signal);
      const { location } = response.headers;
      if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) {
        return { response, url };
      }
      response.destroy();
      url = checkUrl(location, url);
    }
    throw new RemoteFileError('unavailable', `More than ${MAX_REDIRECTS} redirects`);
  }

  function check({ statusCode, headers }: IncomingMessage): void {
    if (statusCode !== 200) {
      throw new RemoteFileError('unavailable', `The server answers with status ${statusCode}`);
    }
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding.trim().toLowerCase() !== 'identity') {
      throw new RemoteFileError('unavailable', 'The server sends the file packed');
    }
    if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  }

  async function* bytesOf(response: IncomingMessage): AsyncGenerator<Uint8Array> {
    let received = 0;
    try {
      for await (const chunk of response as AsyncIterable<Uint8Array>) {
        received += chunk.byteLength;
        if (received > maxBytes) throw tooLarge(maxBytes);
        yield chunk;
      }
    } catch (error) {
      throw problemOf(error);
    } finally {
      response.destroy();
    }
  }

  return {
    async open(first): Promise<RemoteFile> {
      const signal = AbortSignal.timeout(timeoutMs);
      let response: IncomingMessage | undefined;
      try {
        const answer = await follow(first, signal);
        response = answer.response;
        check(response);
        return {
          stream: Readable.from(bytesOf(response), { objectMode: false }),
          url: answer.url.href,
        };
      } catch (error) {
        response?.destroy();
        throw problemOf(error);
      }
    },
  };
}

function portOf({ protocol, port }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

async function resolveAll(host: string): Promise<LookupAddress[]> {
  return await new Promise((resolve, reject) => {
    lookUpAddress(host, { all: true }, (error, found) => {
      if (error) reject(new RemoteFileError('unavailable', 'The host of the address is not known'));
      else resolve(found);
    });
  });
}

/** A look-up of names cannot be ended, so it is left alone. */
async function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new RemoteFileError('unavailable', 'The server is too slow'));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function tooLarge(maxBytes: number): RemoteFileError {
  return new RemoteFileError('tooLarge', `The file is larger than ${maxBytes} bytes`);
}

/** What Node says, such as a refused connection, would tell a stranger what listens where. */
function problemOf(error: unknown): RemoteFileError {
  if (error instanceof RemoteFileError) return error;
  const isSlow = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return new RemoteFileError(
    'unavailable',
    isSlow ? 'The server is too slow' : 'The server does not answer with a whole file',
    { cause: error },
  );
}
