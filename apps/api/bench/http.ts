import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  /** The answer's JSON; the caller knows its type. */
  body: unknown;
}

export interface Request {
  method: 'GET' | 'POST' | 'PATCH';
  path: string;
  body?: object | URLSearchParams;
  headers?: Record<string, string>;
}

/** Connections to one server that stay open between requests, as a browser's do. */
export interface Http {
  /** @throws when there is no answer within {@link ANSWER_MS}. */
  send(request: Request): Promise<Answer>;
  close(): void;
}

const ANSWER_MS = 60_000;

export function openHttp(base: string, connections: number): Http {
  const { hostname, port } = new URL(base);
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  return {
    send: ({ method, path, body, headers }) =>
      new Promise((resolve, reject) => {
        const isForm = body instanceof URLSearchParams;
        const payload = body && (isForm ? body.toString() : JSON.stringify(body));
        const sent = request(
          {
            agent,
            hostname,
            port,
            method,
            path,
            timeout: ANSWER_MS,
            headers: {
              ...headers,
              ...(payload !== undefined && {
                'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
                'Content-Length': Buffer.byteLength(payload),
              }),
            },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('error', reject);
            answer.on('end', () => {
              const text = Buffer.concat(chunks).toString();
              const status = answer.statusCode ?? 0;
              resolve({ status, body: text === '' ? undefined : JSON.parse(text) });
            });
          },
        );
        sent.on('timeout', () => sent.destroy(new Error(`No answer to ${method} ${path}`)));
        sent.on('error', reject);
        sent.end(payload);
      }),
    close: () => agent.destroy(),
  };
}
