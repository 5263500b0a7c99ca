import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Steps } from './steps.ts';

/** The connection between the shop and a payment provider, which can lose calls and answers. */
export interface ProviderLine {
  readonly url: string;
  /** The provider's address. */
  connect(url: string): void;
  /** Records calls as steps of these from now on. */
  watch(steps: Steps): void;
  close(): Promise<void>;
}

/** @param ids what the names of the steps show as ":id". */
export async function openProviderLine(name: string, ids: RegExp): Promise<ProviderLine> {
  let target = '';
  let steps = new Steps();
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '').replaceAll(ids, '/:id');
    const step = `${name}: ${request.method} ${path}`;
    // After a fault the provider stays down, because its client's retry would hide the fault.
    const isAway = steps.hasStruck;
    const call = isAway ? () => Promise.reject(new Error('away')) : () => passOn(request, target);
    steps
      .take(step, call)
      .then((answer) => send(response, answer))
      .catch(() => request.socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connect(url) {
      target = url;
    },
    watch(next) {
      steps = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Answer {
  status: number;
  contentType: string;
  body: Buffer;
}

async function passOn(request: IncomingMessage, target: string): Promise<Answer> {
  const { authorization, 'content-type': contentType, 'idempotency-key': key } = request.headers;
  const body = await buffer(request);
  const answer = await fetch(target + request.url, {
    method: request.method ?? 'GET',
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(typeof key === 'string' && { 'idempotency-key': key }),
    },
    ...(body.length > 0 && { body }),
  });
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? 'application/json',
    body: Buffer.from(await answer.arrayBuffer()),
  };
}

function send(response: ServerResponse, { status, contentType, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': contentType }).end(body);
}
