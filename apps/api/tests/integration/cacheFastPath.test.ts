import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import type { LogEntry } from '../helpers/recordingLogger.ts';

const ORIGIN = 'https://shop.example';
/** Headers that differ between answers or clients. */
const OWN = ['x-request-id', 'date', 'ratelimit', 'server-timing', 'connection', 'keep-alive'];

describe('The fast path to cached answers', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ CORS_ORIGINS: `${ORIGIN},https://other.example` });
    for (let i = 0; i < 5; i++) await createProduct(app.ctx, { handle: `lamp-${i}` });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${app.url}/api/v1/products${path}`, { method, headers });

  /** The fast path leaves requests with a body, even an empty one, to the chain. */
  const throughChain = (path: string, headers: Record<string, string>, method = 'GET') =>
    app.api[method === 'HEAD' ? 'head' : 'get'](`/api/v1/products${path}`)
      .set({ 'Accept-Encoding': 'identity', ...headers, 'Content-Length': '0' })
      .buffer(true);

  const shown = (headers: Iterable<[string, string]>) =>
    Object.fromEntries([...headers].filter(([name]) => !OWN.includes(name)));

  /** The products were created a moment ago: a late notification may drop the cached answer. */
  const untilCached = (path: string, headers: Record<string, string>, method: string) =>
    eventually(async () => {
      await ask(path, headers, method);
      return app.container.services.cache.find(`/api/v1/products${path}`) !== undefined;
    });

  const etagOf = async (path: string) => (await ask(path)).headers.get('etag') ?? '';

  test.each([
    ['a page of the shop', '', { Origin: ORIGIN }, 'GET'],
    ['a page of no one’s', '/lamp-0', { Origin: 'https://evil.example' }, 'GET'],
    ['no page', '?limit=2', {}, 'GET'],
    ['who wants the head alone', '?limit=2', {}, 'HEAD'],
    ['who takes brotli', '', { 'Accept-Encoding': 'gzip, br' }, 'GET'],
    ['who has it already', '/lamp-0', { 'If-None-Match': 'the etag' }, 'GET'],
  ])('answers %s as the chain does', async (_who, path, request, method) => {
    const given: Record<string, string> = { 'Accept-Encoding': 'identity', ...request };
    if (given['If-None-Match']) given['If-None-Match'] = await etagOf(path);
    await untilCached(path, given, method);
    const find = jest.spyOn(app.container.services.cache, 'find');
    const short = await ask(path, given, method);
    expect(find.mock.results.at(-1)?.value).toBeDefined();
    const long = await throughChain(path, given, method);
    expect(find).toHaveBeenCalledTimes(1);
    expect(short.status).toBe(long.status);
    expect(shown(short.headers)).toEqual(shown(Object.entries<string>(long.headers)));
    expect(await short.text()).toBe(method === 'HEAD' ? '' : (long.text ?? ''));
  });

  test('knows the encodings of browsers, whatever others have requested', async () => {
    const path = '?limit=4';
    for (let i = 0; i < 20; i++) await ask(path, { 'Accept-Encoding': `junk-${i}` });
    const long = `gzip, ${'x'.repeat(5000)}`;
    for (let i = 0; i < 2; i++) await ask(path, { 'Accept-Encoding': long });
    const find = jest.spyOn(app.container.services.cache, 'remember');
    await ask(path, { 'Accept-Encoding': long });
    expect(find).toHaveBeenCalledTimes(1);
    await ask(path, { 'Accept-Encoding': 'gzip' });
    await ask(path, { 'Accept-Encoding': 'gzip' });
    find.mockClear();
    await ask(path, { 'Accept-Encoding': 'gzip' });
    expect(find).not.toHaveBeenCalled();
  });

  test('sends one Vary header', async () => {
    for (let i = 0; i < 2; i++) await ask('');
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.end('GET /api/v1/products HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n');
    expect((await text(socket)).match(/^Vary:.*$/gim)).toEqual(['Vary: Origin, Accept-Encoding']);
  });

  test('sends the request id, a count of zero statements, and what is left of the limit', async () => {
    await ask('');
    const named = await ask('', { 'X-Request-Id': 'mine-1' });
    expect(named.headers.get('x-request-id')).toBe('mine-1');
    const { headers } = await ask('', { 'X-Request-Id': 'not well formed' });
    expect(headers.get('x-request-id')).toMatch(/^req_/);
    expect(headers.get('server-timing')).toContain('0 statements');
    const left = (answer: Response) =>
      Number(/r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
    expect(left(await ask(''))).toBe(left(named) - 2);
  });

  test('logs and measures as the chain does', async () => {
    await ask('?limit=3');
    const { logger, metrics } = app.container;
    const lines: LogEntry[] = [];
    logger.on('data', (line: LogEntry) => lines.push(line));
    logger.level = 'http';
    const count = async () => {
      const text = await metrics.registry.metrics();
      const pattern =
        /seconds_count\{method="GET",route="\/api\/v1\/products",status="200"\} (\d+)/;
      return Number(pattern.exec(text)?.[1]);
    };
    const before = await count();
    const { headers } = await ask('?limit=3', { 'X-Request-Id': 'short' });
    await throughChain('?limit=3', { 'X-Request-Id': 'long' });
    const [short, long] = await eventually(() => (lines.length === 2 ? lines : undefined));
    logger.level = 'error';
    expect(short).toMatchObject({
      message: 'GET /api/v1/products?limit=3',
      status: 200,
      bytes: Number(headers.get('content-length')),
      ip: expect.stringContaining('127.0.0.1'),
      requestId: 'short',
      sql: 0,
      ms: expect.any(Number),
    });
    expect(Object.keys(long ?? {})).toEqual(Object.keys(short ?? {}));
    expect(await count()).toBe(before + 2);
    expect(await metrics.registry.metrics()).toContain('http_requests_in_flight 0');
  });
});

test('the fast path counts requests against the limit, and leaves the refusal to the chain', async () => {
  const app = await startTestApp({ RATE_LIMIT_MAX: '3' });
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await app.api.get('/api/v1/products')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  await app.close();
});

test('behind a trusted proxy the fast path counts each client, and not the proxy', async () => {
  const app = await startTestApp({ RATE_LIMIT_MAX: '2', TRUST_PROXY: '1' });
  const from = async (ip: string) =>
    (await app.api.get('/api/v1/products').set('X-Forwarded-For', ip)).status;
  for (let i = 0; i < 3; i++) await from('203.0.113.1');
  expect(await from('203.0.113.1')).toBe(429);
  expect(await from('203.0.113.2')).toBe(200);
  await app.close();
});
