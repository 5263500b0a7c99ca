import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Received {
  method: string | undefined;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The handling of one request. */
export type Step = (response: ServerResponse, request: Received) => void;

/** A server that handles each request as the script says, and records the requests. */
export interface ScriptedShop {
  base: string;
  received: Received[];
  /** The time between each request and the previous one, in ms. */
  gaps(): number[];
  close(): Promise<void>;
}

/** @param steps one for each request; the last one repeats */
export async function openScriptedShop(...steps: [Step, ...Step[]]): Promise<ScriptedShop> {
  const received: Received[] = [];
  const times: number[] = [];
  const server = createServer((request, response) => {
    times.push(performance.now());
    const { method, url = '', headers } = request;
    void text(request).then((body) => {
      const step = steps[Math.min(received.length, steps.length - 1)] ?? steps[0];
      const entry = { method, url, headers, body };
      received.push(entry);
      return step(response, entry);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    received,
    gaps: () => times.slice(1).map((time, index) => time - (times[index] ?? 0)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with JSON. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Refuses as the shop does. */
export function refuse(
  status: number,
  code: string,
  headers: Record<string, string> = {},
  more: Record<string, unknown> = {},
): Step {
  const problem = {
    type: `/docs/errors#${code}`,
    title: 'It does not work',
    status,
    detail: `It does not work: ${code}.`,
    instance: '/api/v1/…',
    code,
    requestId: 'req_1',
    errors: [],
    ...more,
  };
  return answer(status, problem, { 'Content-Type': 'application/problem+json', ...headers });
}

/** Cuts the connection without an answer. */
export const cut: Step = (response) => void response.destroy();

/** Begins an answer, and cuts the connection before its end. */
export const cutHalfway: Step = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' });
  response.write('{"data":', () => response.destroy());
};

/** Never answers. */
export const hang: Step = () => undefined;
