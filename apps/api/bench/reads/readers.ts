import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** The result of reading for a while. */
export interface Reading {
  requests: number;
  elapsedMs: number;
  /** Of each request, from its first byte to the answer's last. */
  times: number[];
}

const HEAD_END = '\r\n\r\n';

/**
 * Requests the paths in rotation, each connection the next one as soon as it has its answer. It speaks
 * just enough HTTP for that, so that the reader costs a tenth of the measured server.
 * @throws when an answer is not a 200 with a Content-Length.
 */
export async function read(
  base: string,
  paths: readonly string[],
  connections: number,
  ms: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reading> {
  const { hostname, port } = new URL(base);
  const further = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  const requests = paths.map((path) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept: application/json\r\n${further}\r\n`,
    ),
  );
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  const lane = async () => {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    try {
      while (performance.now() - started < ms) {
        const request = requests[next++ % requests.length];
        if (!request) return;
        const sent = performance.now();
        await answerOf(socket, request);
        times.push(performance.now() - sent);
      }
    } finally {
      socket.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return { requests: times.length, elapsedMs: performance.now() - started, times };
}

function answerOf(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = '';
    let missing = NaN;
    const take = (chunk: Buffer) => {
      if (Number.isNaN(missing)) {
        head += chunk.toString('latin1');
        const end = head.indexOf(HEAD_END);
        if (end === -1) return;
        missing = lengthOf(head.slice(0, end)) - (head.length - end - HEAD_END.length);
        if (Number.isNaN(missing))
          return serializeEnvelope(new Error(`Unexpected answer: ${head.slice(0, 200)}`));
      } else missing -= chunk.length;
      if (missing <= 0) serializeEnvelope();
    };
    const broken = () =>
      serializeEnvelope(new Error('The connection was closed in the middle of an answer'));
    const serializeEnvelope = (error?: Error) => {
      socket.off('data', take);
      socket.off('close', broken);
      if (error) reject(error);
      else resolve();
    };
    socket.on('data', take);
    socket.on('close', broken);
    socket.write(request);
  });
}

/** The body's length; NaN for an answer that is no success. */
function lengthOf(head: string): number {
  if (!head.startsWith('HTTP/1.1 200 ')) return NaN;
  return Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
}
