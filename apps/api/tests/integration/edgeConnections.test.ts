import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { openRaw } from '../helpers/rawHttp.ts';
import type { LogEntry } from '../helpers/recordingLogger.ts';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp({ WRITE_TIMEOUT_SECONDS: '3' });
  for (let i = 0; i < 20; i++) await createProduct(app.ctx, { handle: `lamp-${i}` });
  key = await app.container.services.storage.putContent(Buffer.alloc(5_000_000, 1), 'image/png');
});
afterAll(() => app.close());

/** The server's end of each connection since. */
function connectionsOf(server: Server): Socket[] {
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  return sockets;
}

const get = (path: string, ...lines: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: shop', ...lines, '', ''].join('\r\n');

const bundle = async () =>
  /src="(\/docs\/assets\/[^"]+)"/.exec((await app.api.get('/docs')).text)?.[1] ?? '';

test('data after a request that closes the connection gets no answer, no error and no log line', async () => {
  const { logger, metrics } = app.container;
  const lines: LogEntry[] = [];
  const keep = (line: LogEntry) => lines.push(line);
  logger.on('data', keep);
  logger.level = 'http';
  const secret = 'Authorization: Bearer GuessMe';
  const paths = [`/media/${key}`, '/media/none.png', '/docs', await bundle(), '/api/v1/products'];
  for (const path of paths) {
    const raw = await openRaw(app.url);
    raw.socket.pause();
    const after = `${secret}\r\n${'x'.repeat(60_000)}`;
    raw.socket.write(get(path, secret, 'Connection: close') + after);
    await eventually(() => lines.some(({ message }) => message === `GET ${path}`));
    raw.socket.destroy();
  }
  logger.level = 'error';
  logger.off('data', keep);
  expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  expect(JSON.stringify(lines)).not.toContain('GuessMe');
  expect(await metrics.registry.metrics()).not.toMatch(/status="5\d\d"/);
});

test('a client that disconnects gets no answer and logs no error', async () => {
  const { logger, metrics } = app.container;
  const errors: LogEntry[] = [];
  const keep = (line: LogEntry) => line.level === 'error' && errors.push(line);
  logger.on('data', keep);
  for (let i = 0; i < 20; i++) {
    const raw = await openRaw(app.url);
    raw.socket.pause();
    raw.socket.write(get(`/media/${key}`));
    await eventually(() => raw.socket.bytesWritten > 0);
    if (i % 2 === 0) raw.socket.resetAndDestroy();
    else raw.socket.destroy();
  }
  await eventually(async () =>
    (await metrics.registry.metrics()).includes('http_requests_in_flight 0'),
  );
  logger.off('data', keep);
  expect(errors).toEqual([]);
  expect(await metrics.registry.metrics()).not.toMatch(/status="5\d\d"/);
});

test('pipelined requests beyond a limit are refused, and the rest is not read', async () => {
  const sockets = connectionsOf(app.server);
  const before = await countOf();
  const raw = await openRaw(app.url);
  raw.socket.write(get('/api/v1/products?limit=20', 'Cache-Control: no-cache').repeat(20_000));
  await raw.ended;
  const answers = raw.received().match(/HTTP\/1.1 \d+/g) ?? [];
  const asked = (await countOf()) - before;
  expect(answers.at(-1)).toBe('HTTP/1.1 429');
  expect(raw.received()).toContain('requests at once on one connection');
  expect(answers.length).toBeLessThan(300);
  expect(asked).toBe(answers.length - 1);
  expect(sockets[0]?.bytesRead).toBeLessThan(500_000);
  raw.socket.destroy();

  async function countOf() {
    const text = await app.container.metrics.registry.metrics();
    const counts = text.matchAll(
      /duration_seconds_count\{.*route="\/api\/v1\/products",.*\} (\d+)/g,
    );
    return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
  }
});

test('a few pipelined requests are answered in order', async () => {
  const raw = await openRaw(app.url);
  const close = get('/health/live', 'Connection: close');
  raw.socket.write(get('/api/v1/products?limit=2').repeat(30) + close);
  await raw.ended;
  expect(raw.received().match(/HTTP\/1.1 200/g)).toHaveLength(31);
});

test('connections that do not read are closed, and meanwhile share the bytes of their answers', async () => {
  const path = await bundle();
  await fetch(`${app.url}${path}`).then((answer) => answer.arrayBuffer());
  const sockets = connectionsOf(app.server);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const raws = await Promise.all(Array.from({ length: 100 }, () => openRaw(app.url)));
  for (const { socket } of raws) {
    socket.pause();
    // More than the buffers of any system.
    socket.write(get(path, 'Accept-Encoding: identity').repeat(6));
  }
  await eventually(() => sockets.every(({ bytesWritten }) => bytesWritten > 1_000_000));
  const { external, arrayBuffers } = process.memoryUsage();
  expect(external + arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(100_000_000);
  await eventually(() => sockets.every(({ destroyed }) => destroyed));
  for (const { socket } of raws) socket.destroy();
}, 60_000);

test('a client that reads slowly, and one that waits for its answer, keep their connections', async () => {
  const { products } = app.container.services;
  const list = products.list.bind(products);
  products.list = async (...args) => {
    await new Promise((resolve) => setTimeout(resolve, 7000));
    return list(...args);
  };
  const waiting = await openRaw(app.url);
  waiting.socket.write(get('/api/v1/products?limit=7', 'Connection: close'));
  await waiting.ended;
  products.list = list;
  expect(waiting.received()).toMatch(/^HTTP\/1.1 200/);

  const slow = await openRaw(app.url);
  const times = 4;
  const asked = get(`/media/${key}`).repeat(times - 1) + get(`/media/${key}`, 'Connection: close');
  // By the clock, so that a busy machine makes it no slower than it is meant to be: the system has
  // megabytes ready to be read, and the server sees that some were only when a third of them is.
  const bytesPerMs = 3000;
  const started = performance.now();
  let read = 0;
  slow.socket.on('data', (chunk) => {
    read += chunk.length;
    const early = read / bytesPerMs - (performance.now() - started);
    if (early <= 0) return;
    slow.socket.pause();
    setTimeout(() => slow.socket.resume(), early);
  });
  slow.socket.write(asked);
  await slow.ended;
  expect(slow.received().length).toBeGreaterThan(times * 5_000_000);
}, 60_000);
