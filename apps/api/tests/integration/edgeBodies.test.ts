import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { exchange, openRaw, type RawConnection } from '../helpers/rawHttp.ts';

const LIMIT = 10_000;
const MANY_MB = 400_000_000;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ BODY_LIMIT_BYTES: String(LIMIT) });
});
afterAll(() => app.close());

const head = (path: string, ...lines: string[]) =>
  [`POST ${path} HTTP/1.1`, 'Host: shop', 'Content-Type: application/json', ...lines, '', ''].join(
    '\r\n',
  );

/** Writes a body until the server stops reading. @returns the bytes that it has accepted. */
async function pour(raw: RawConnection, frame: (chunk: Buffer) => Buffer, total: number) {
  const chunk = frame(Buffer.alloc(65_536, ' '));
  let sent = 0;
  while (sent < total && !raw.socket.destroyed) {
    sent += chunk.length;
    if (raw.socket.write(chunk)) continue;
    const gone = Promise.race([raw.ended, once(raw.socket, 'close')]).then(() => 'gone');
    if ((await Promise.race([gone, once(raw.socket, 'drain')])) === 'gone') break;
  }
  return sent - raw.socket.writableLength;
}

const asIs = (chunk: Buffer) => chunk;
const chunked = (chunk: Buffer) =>
  Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);

/** The bytes that the server has read on its current connections. */
function bytesRead(): number {
  return Math.max(0, ...[...sockets].map((socket) => socket.bytesRead));
}
const sockets = new Set<{ bytesRead: number }>();
beforeAll(() => void app.server.on('connection', (socket) => sockets.add(socket)));
beforeEach(() => sockets.clear());

describe.each([
  ['announced', `Content-Length: ${MANY_MB}`, asIs],
  ['in chunks', 'Transfer-Encoding: chunked', chunked],
])('A body over the limit, %s,', (_how, line, frame) => {
  test.each([
    ['/api/v1/carts', 413, 'payload_too_large'],
    ['/api/v1/nothing', 413, 'payload_too_large'],
    ['/api/v1/webhooks/stripe', 400, 'invalid_signature'],
    ['/nothing', 404, 'route_not_found'],
  ])(
    'is not read to its end at %s: the answer is a problem, and the connection closes',
    async (path, status, code) => {
      const raw = await openRaw(app.url);
      raw.socket.write(head(path, line));
      const poured = pour(raw, frame, MANY_MB);
      await eventually(() => raw.received().includes('"code"'));
      await raw.ended;
      expect(raw.received()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(raw.received()).toMatch(/^Connection: close\r$/m);
      expect(raw.received()).toContain(`"code":"${code}"`);
      expect(bytesRead()).toBeLessThan(1_000_000);
      raw.socket.destroy();
      await poured;
    },
  );
});

test('a signed body of the webhook has a limit, too', async () => {
  const line = `Content-Length: ${MANY_MB}`;
  const answer = await exchange(
    app.url,
    head('/api/v1/webhooks/stripe', line, 'Stripe-Signature: t=1,v1=0'),
  );
  expect(answer).toMatch(/^HTTP\/1.1 413 [^]*Connection: close[^]*"payload_too_large"/);
});

test('a compressed body may not exceed the limit when it is decompressed', async () => {
  const send = (body: Buffer, encoding: string) =>
    fetch(`${app.url}/api/v1/carts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Encoding': encoding },
      body: new Uint8Array(body),
    });
  const code = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  expect(await code(await send(gzipSync(' '.repeat(5_000_000)), 'gzip'))).toBe('payload_too_large');
  expect(await code(await send(Buffer.from('{}'), 'gzip'))).toBe('validation_failed');
  expect(await code(await send(Buffer.from('{}'), 'lzw'))).toBe('unsupported_media_type');
  expect((await send(gzipSync('{}'), 'gzip')).status).toBe(201);
});

describe('A client that sends Expect: 100-continue', () => {
  const asking = (path: string, bytes: number, expectation = '100-continue') =>
    head(path, `Content-Length: ${bytes}`, `Expect: ${expectation}`);

  test.each([
    ['/api/v1/carts', 999_000_000, 413],
    ['/api/v1/nothing', 999_000_000, 413],
    ['/api/v1/webhooks/stripe', 999_000_000, 400],
    ['/nothing', 2, 404],
  ])('is refused at %s with %d bytes before it sends them', async (path, bytes, status) => {
    const answer = await exchange(app.url, asking(path, bytes));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*Connection: close`));
    expect(answer).not.toContain('100 Continue');
  });

  test('gets 100 Continue, once, when the body is accepted', async () => {
    const raw = await openRaw(app.url);
    raw.socket.write(asking('/api/v1/carts', 2));
    await eventually(() => raw.received().includes('100 Continue'));
    raw.socket.write('{}');
    await eventually(() => raw.received().includes('"cart_'));
    expect(raw.received()).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 201 /);
    raw.socket.destroy();
  });

  test('is refused with a problem when it expects anything else', async () => {
    const answer = await exchange(app.url, asking('/api/v1/carts', 2, 'wonders'));
    expect(answer).toMatch(/^HTTP\/1.1 417 [^]*"expectation_failed"/);
  });
});

test('a short unread body does not close its connection', async () => {
  const raw = await openRaw(app.url);
  raw.socket.write(`${head('/nothing', 'Content-Length: 2')}{}`);
  await eventually(() => raw.received().includes('route_not_found'));
  raw.socket.write(`${head('/nothing', 'Content-Length: 2', 'Connection: close')}{}`);
  await raw.ended;
  expect(raw.received().split('HTTP/1.1 404').length).toBe(3);
});

test('an incomplete body gets no answer and logs no error', async () => {
  const { logger, metrics } = app.container;
  const errors: unknown[] = [];
  logger.on('data', (line: { level: string }) => line.level === 'error' && errors.push(line));
  const raw = await openRaw(app.url);
  raw.socket.write(`${head('/api/v1/carts', 'Content-Length: 50')}{`);
  await eventually(async () =>
    (await metrics.registry.metrics()).includes('http_requests_in_flight 1'),
  );
  raw.socket.destroy();
  await eventually(async () =>
    (await metrics.registry.metrics()).includes('http_requests_in_flight 0'),
  );
  expect(errors).toEqual([]);
  expect(await metrics.registry.metrics()).not.toMatch(/status="5/);
});
