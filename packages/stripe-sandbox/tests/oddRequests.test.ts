import { request, sendRaw } from './helpers/raw.ts';
import { closeSandboxes, openSandbox } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

const KEY = { Authorization: 'Bearer sk_test_sandbox' };
const CONTROL = { 'Content-Type': 'application/json', 'X-Sandbox-Control': '1' };

test.each([
  ['//', 400],
  ['//[', 400],
  ['//evil.example/_sandbox/state', 400],
  ['http://x:99999/', 400],
  ['http://[/', 400],
  ['*', 400],
  ['/%', 400],
  ['/%zz', 400],
  ['/%ff', 400],
  ['/v1/charges/%', 400],
  ['/v1/payment_intents/%E0%A4/confirm', 400],
  ['/authenticate/%', 400],
  ['/_sandbox/events/%/redeliver', 400],
  ['/v1/charges/%00', 404],
  ['/v1/charges/ch%2Fx', 404],
  ['/v1/charges?limit=%', 400],
  ['/v1/charges?limit=1&%', 400],
  [`/v1/charges?a${'[b]'.repeat(30)}=1`, 400],
])('GET %s is refused, as by Stripe, and the sandbox continues', async (target, status) => {
  const { sandbox } = await openSandbox();
  const answer = await request(sandbox.port, `GET ${target}`, KEY);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ error: { type: 'invalid_request_error' } });
  expect(await request(sandbox.port, 'GET /v1/balance', KEY)).toMatchObject({ status: 200 });
});

test('a long id is unknown, and deep nesting is refused', async () => {
  const { sandbox } = await openSandbox();
  const get = (target: string) => request(sandbox.port, `GET ${target}`, KEY);
  expect(await get(`/v1/charges/${'x'.repeat(10_000)}`)).toMatchObject({ status: 404 });
  expect(await get(`/v1/charges?a${'[b]'.repeat(4000)}=1`)).toMatchObject({ status: 400 });
  const deep = `{"order":${'{"a":'.repeat(90_000)}1${'}'.repeat(90_000)}}`;
  const answer = await request(sandbox.port, 'POST /_sandbox/webhooks', CONTROL, deep);
  expect(answer).toMatchObject({ status: 400 });
});

test.each([
  ['an address for a proxy', (port: number) => `GET http://127.0.0.1:${port}/v1/balance`, 200],
  ['the address alone', (port: number) => `GET http://127.0.0.1:${port}`, 200],
])('%s is a valid target', async (_, line, status) => {
  const { sandbox } = await openSandbox();
  expect(await request(sandbox.port, line(sandbox.port), KEY)).toMatchObject({ status });
});

test.each([
  'CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'GET /\r\n',
  'GET % HTTP/1.1\r\nHost: x\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'POST /v1/charges HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'POST /v1/charges HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  '\0\u0001\u0002\u007F\r\n\r\n',
])('malformed input does not end it: %j', async (bytes) => {
  const { sandbox } = await openSandbox();
  const { status } = await sendRaw(sandbox.port, bytes);
  expect(status).toBeLessThan(500);
  expect(await request(sandbox.port, 'GET /v1/balance', KEY)).toMatchObject({ status: 200 });
});

test.each([
  ['/_sandbox/webhooks', `{"order":${'{"a":'.repeat(30)}1${'}'.repeat(30)}}`],
  ['/_sandbox/webhooks', '{"duplicate":1000000000000}'],
  ['/_sandbox/webhooks', '{"delayMs":9000000000000000}'],
  ['/_sandbox/faults', '{"path":"*","status":100000}'],
  ['/_sandbox/webhook-endpoint', '{"url":"javascript:0"}'],
  ['/_sandbox/reset', '[]'],
  ['/_sandbox/reset', '"x"'],
  ['/_sandbox/reset', '{'],
])('the control %s refuses %s', async (path, body) => {
  const { sandbox } = await openSandbox();
  expect(await request(sandbox.port, `POST ${path}`, CONTROL, body)).toMatchObject({ status: 400 });
  expect(await request(sandbox.port, 'GET /_sandbox/deliveries')).toMatchObject({ status: 200 });
});

test.each(['Content-Length: 999000000', 'Transfer-Encoding: chunked'])(
  'a body over the limit is not read to its end (%s)',
  async (length) => {
    const { sandbox } = await openSandbox();
    const head = `POST /v1/refunds HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer sk_test_sandbox\r\n${length}\r\n\r\n`;
    const chunk = `180000\r\n${'a'.repeat(0x180000)}`;
    const answer = await sendRaw(sandbox.port, head + (length.startsWith('T') ? chunk : ''));
    expect(answer.status).toBe(413);
    expect(answer.head).toMatch(/^Connection: close$/im);
  },
);
