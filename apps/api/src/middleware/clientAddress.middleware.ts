import type { IncomingMessage } from 'node:http';
import type { Express } from 'express';
import proxyAddress from 'proxy-addr';
import type { Config } from '../config/index.ts';
import { cleanAddress } from '../utils/clientAddress.ts';

/** Whose address a request comes from. */
interface AddressReader {
  /** Whether the address, this many hops away, belongs to a trusted proxy; Express' signature. */
  isTrusted(this: void, address: string, hop: number): boolean;
  /** The client's; undefined when its connection is closed. */
  addressOf(this: void, req: IncomingMessage): string | undefined;
}

/**
 * Reads X-Forwarded-For as far as proxies are believed. What they write behind an address (a port,
 * which is another for each connection) is no part of it, and where they wrote no address the client
 * counts as the proxy.
 */
export function createAddressReader(trustProxy: Config['http']['trustProxy']): AddressReader {
  const isTrusted = trustOf(trustProxy);
  return {
    isTrusted,
    addressOf(req) {
      const peer = cleanAddress(req.socket.remoteAddress);
      if (trustProxy === false || req.headers['x-forwarded-for'] === undefined) return peer;
      const chain = proxyAddress.all(req, isTrusted).map(cleanAddress);
      return chain.findLast((address) => address !== undefined);
    },
  };
}

function trustOf(trustProxy: Config['http']['trustProxy']): AddressReader['isTrusted'] {
  if (trustProxy === false) return () => false;
  if (typeof trustProxy === 'number') return (_address, hop) => hop < trustProxy;
  const isKnown = proxyAddress.compile([...trustProxy]);
  return (address, hop) => {
    const clean = cleanAddress(address);
    return clean !== undefined && isKnown(clean, hop);
  };
}

/** Makes an application's requests return this address as their `ip`. */
export function useAddresses(app: Express, { isTrusted, addressOf }: AddressReader): void {
  app.set('trust proxy', isTrusted);
  Object.defineProperty(app.request, 'ip', {
    configurable: true,
    get(this: IncomingMessage) {
      return addressOf(this);
    },
  });
}
