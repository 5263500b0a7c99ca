import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import express from 'express';
import { compress } from '../../src/middleware/compression.middleware.ts';
import { errorHandler } from '../../src/middleware/error.middleware.ts';
import { createEventStreams } from '../../src/routes/sendEvents.ts';
import type { EventsReply } from '../../src/kernel/reply.ts';
import { eventually } from '../helpers/eventually.ts';

type Watch = EventsReply['events'];

const logger = { error: jest.fn() };
let draining = new AbortController();
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  draining = new AbortController();
  logger.error.mockClear();
});

/** Serves events. @returns the server's port. */
async function serve(
  watch: Watch,
  options: { heartbeatMs?: number; maxAgeMs?: number; maxStreams?: number } = {},
): Promise<number> {
  const streams = createEventStreams({ draining: draining.signal, ...options });
  const app = express();
  app.use(compress().onChain);
  app.use(async (req, res) =>
    streams.send(req, res, { cache: 'private' }, { status: 200, events: watch }),
  );
  app.use(errorHandler(logger as never));
  const listening = createServer(app);
  server = listening;
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return (listening.address() as AddressInfo).port;
}

const ask = (port: number, method = 'GET') =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip' };
    get({ port, method, headers, host: '127.0.0.1' }, resolve).on('error', reject);
  });

const nextText = async (answer: IncomingMessage) => String((await once(answer, 'data'))[0]);

/** Tells a number, and again whenever it is asked to, until no one listens. */
function watched() {
  const seen = { isClosed: false };
  let wake = () => {};
  async function* watch(signal: AbortSignal) {
    try {
      for (let number = 1; !signal.aborted; number++) {
        yield { name: 'changed', id: String(number), data: { number, text: 'two\nlines' } };
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
        await promise;
      }
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, watch, change: () => wake() };
}

async function* thenEnd() {
  yield await Promise.resolve({ name: 'done', data: { isDone: true } });
}

describe('Events', () => {
  test('are sent when they occur, uncompressed, as the standard writes them', async () => {
    const { watch, change } = watched();
    const answer = await ask(await serve(watch));
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
    let sent = '';
    answer.on('data', (chunk: Buffer) => (sent += String(chunk)));
    await eventually(() => sent.includes('"number":1'));
    expect(sent).toBe(
      'retry: 2000\n\nevent: changed\nid: 1\ndata: {"number":1,"text":"two\\nlines"}\n\n',
    );
    change();
    await eventually(() => sent.includes('id: 2\n'));
  });

  test('end with their source', async () => {
    const answer = await ask(await serve(thenEnd));
    expect(await text(answer)).toBe('retry: 2000\n\nevent: done\ndata: {"isDone":true}\n\n');
  });

  test('have the source ended when the client leaves', async () => {
    const { watch, seen } = watched();
    const answer = await ask(await serve(watch));
    await nextText(answer);
    answer.destroy();
    await eventually(() => seen.isClosed);
    expect(logger.error).not.toHaveBeenCalled();
  });

  test.each([
    ['the process drains', {}, (): void => draining.abort()],
    ['they have been sent for long', { maxAgeMs: 50 }, (): void => undefined],
  ])('end in good order when %s, so that the client connects again', async (_, options, act) => {
    const { watch, seen } = watched();
    const answer = await ask(await serve(watch, options));
    const whole = text(answer);
    act();
    expect(await whole).toContain('retry: 2000');
    expect(seen.isClosed).toBe(true);
  });

  test('are silent no longer than proxies wait', async () => {
    const { watch } = watched();
    const answer = await ask(await serve(watch, { heartbeatMs: 10 }));
    let sent = '';
    answer.on('data', (chunk: Buffer) => (sent += String(chunk)));
    await eventually(() => sent.endsWith(':\n\n:\n\n'));
    expect(sent).toMatch(/^retry: 2000\n\nevent: changed\n/);
  });

  test('are refused when the process sends to as many clients as it may, until one leaves', async () => {
    const { watch, seen } = watched();
    const port = await serve(watch, { maxStreams: 1 });
    const first = await ask(port);
    await nextText(first);
    const second = await ask(port);
    expect([second.statusCode, second.headers['retry-after']]).toEqual([503, '5']);
    expect(JSON.parse(await text(second))).toMatchObject({ code: 'service_unavailable' });
    first.destroy();
    await eventually(() => seen.isClosed);
    expect((await ask(port)).statusCode).toBe(200);
  });

  test('wait for a client that does not read, and have one state for it, not all', async () => {
    const seen = { told: 0 };
    async function* fast() {
      for (; seen.told < 1_000_000; seen.told++) {
        if (seen.told % 500 === 0) await delay(1);
        yield { name: 'changed', data: 'x'.repeat(1000) };
      }
    }
    const answer = await ask(await serve(fast));
    answer.pause();
    let toldSoFar = -1;
    while (seen.told > toldSoFar && seen.told < 50_000) {
      toldSoFar = seen.told;
      await delay(400);
    }
    expect(toldSoFar).toBeLessThan(50_000);
  });

  test('break the connection off when they fail, and the log says why', async () => {
    // eslint-disable-next-line require-yield -- it fails before
    async function* failing(): AsyncGenerator<never> {
      throw await Promise.resolve(new Error('the database is gone'));
    }
    const answer = await ask(await serve(failing));
    await expect(text(answer)).rejects.toThrow('aborted');
    await eventually(() => logger.error.mock.calls.length === 1);
  });

  test('are not sent to HEAD', async () => {
    const { watch } = watched();
    const answer = await ask(await serve(watch), 'HEAD');
    expect([answer.statusCode, await text(answer)]).toEqual([200, '']);
  });
});
