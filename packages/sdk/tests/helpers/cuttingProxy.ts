import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The shop's answer to one request, also when it was lost. */
interface Passed {
  url: string;
  key: string | null;
  status: number;
  replayed: boolean;
}

/** A proxy before a shop that loses answers. */
export interface CuttingProxy {
  base: string;
  passed: Passed[];
  close(): Promise<void>;
}

/** Headers of one connection, or of a body as it was encoded on it. */
const NOT_PASSED = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
]);

/**
 * Cuts the connection after the shop has acted and before its client learns of it.
 * @param loses how many answers to POSTs with the same key are lost
 */
export async function openCuttingProxy(shop: string, loses: number): Promise<CuttingProxy> {
  const passed: Passed[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '', headers, body } = await readRequest(request);
    const answer = await fetch(shop + url, { method: request.method ?? 'GET', headers, body });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const key = headers.get('idempotency-key');
    const lost = passed.filter((other) => other.key === key).length < loses;
    const replayed = answer.headers.get('idempotent-replayed') === 'true';
    passed.push({ url, key, status: answer.status, replayed });
    if (key !== null && lost) return response.destroy();
    for (const [name, value] of answer.headers)
      if (!NOT_PASSED.has(name)) response.setHeader(name, value);
    return response.writeHead(answer.status).end(bytes);
  };
  const server = createServer((request, response) => void pass(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    passed,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readRequest(request: IncomingMessage) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (!NOT_PASSED.has(name)) headers.set(name, String(value));
  const bytes = await buffer(request);
  return { url: request.url, headers, body: bytes.length > 0 ? new Uint8Array(bytes) : null };
}
