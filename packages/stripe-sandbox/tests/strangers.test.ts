import { request } from './helpers/raw.ts';
import { closeSandboxes, openSandbox, paying } from './helpers/sandbox.ts';

afterEach(closeSandboxes);

const JSON_TYPE = { 'Content-Type': 'application/json' };
const CONTROL = { ...JSON_TYPE, 'X-Sandbox-Control': '1' };
const LINK = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

describe('requests that a foreign page can make a browser send change nothing', () => {
  test.each([
    ['without a body', '/_sandbox/reset', {}, '', 403],
    ['with a body of text', '/_sandbox/reset', { 'Content-Type': 'text/plain' }, '{}', 403],
    [
      'with JSON in a parameter of the type',
      '/_sandbox/reset',
      { 'Content-Type': 'text/plain; x=application/json' },
      '{}',
      403,
    ],
    ['without the header', '/_sandbox/reset', JSON_TYPE, '{}', 403],
    ['with parameters in the query', '/_sandbox/faults?path=*&reset=true', CONTROL, '', 400],
    [
      'with the header and another type',
      '/_sandbox/reset',
      { ...CONTROL, 'Content-Type': 'text/plain; x=application/json' },
      '{}',
      415,
    ],
    [
      'with another type that begins alike',
      '/_sandbox/reset',
      { ...CONTROL, 'Content-Type': 'application/json-seq' },
      '{}',
      415,
    ],
    [
      'from a foreign origin',
      '/_sandbox/reset',
      { ...CONTROL, Origin: 'https://x.example' },
      '{}',
      403,
    ],
    [
      'from an origin that is not told',
      '/_sandbox/reset',
      { ...CONTROL, Origin: 'null' },
      '{}',
      403,
    ],
    [
      'from another port of this machine',
      '/_sandbox/reset',
      { ...CONTROL, Origin: 'http://127.0.0.1:1' },
      '{}',
      403,
    ],
    [
      'from another site',
      '/_sandbox/reset',
      { ...CONTROL, 'Sec-Fetch-Site': 'cross-site' },
      '{}',
      403,
    ],
  ])('a POST %s', async (_, path, headers, body, status) => {
    const { sandbox, stripe } = await openSandbox();
    const { id } = await stripe.paymentIntents.create(paying('pm_card_visa'));
    expect(await request(sandbox.port, `POST ${path}`, headers, body)).toMatchObject({ status });
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status: 'succeeded' });
    const faults = await request(sandbox.port, 'GET /_sandbox/faults');
    expect(JSON.parse(faults.body)).toEqual([]);
  });

  test('a DELETE also requires the header', async () => {
    const { sandbox } = await openSandbox();
    const { port } = sandbox;
    expect(await request(port, 'DELETE /_sandbox/webhooks')).toMatchObject({ status: 403 });
    expect(await request(port, 'DELETE /_sandbox/webhooks', CONTROL)).toMatchObject({
      status: 200,
    });
  });

  test('a preflight does not allow a control', async () => {
    const { sandbox } = await openSandbox();
    const answer = await request(sandbox.port, 'OPTIONS /_sandbox/reset', {
      Origin: 'https://x.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'x-sandbox-control',
    });
    expect(answer.status).toBe(403);
    expect(answer.head).not.toMatch(/access-control/i);
  });
});

describe('controls and pages are refused to others', () => {
  const PATHS = ['/', '/_sandbox/state', '/authenticate/pi_1'];

  test.each(PATHS)('%s under a name that DNS points here', async (path) => {
    const { sandbox } = await openSandbox();
    for (const name of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '192.0.2.1',
      '',
    ]) {
      const answer = await request(sandbox.port, `GET ${path}`, {
        Host: `${name}:${sandbox.port}`,
      });
      expect([name, answer.status]).toEqual([name, 421]);
      expect(answer.body).not.toContain(sandbox.secretKey);
    }
    const absolute = `GET http://evil.example:${sandbox.port}${path}`;
    expect(await request(sandbox.port, absolute)).toMatchObject({ status: 421 });
  });

  test.each(PATHS)('%s to another origin, or site', async (path) => {
    const { sandbox } = await openSandbox();
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: `http://evil.example:${sandbox.port}` },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'iframe' },
    ])
      expect(await request(sandbox.port, `GET ${path}`, headers)).toMatchObject({ status: 403 });
  });

  test('a local user reaches them by each of the machine’s names, and by links', async () => {
    const { sandbox } = await openSandbox();
    const { port } = sandbox;
    for (const Host of [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      'shop.localhost',
      'LOCALHOST.',
    ])
      expect([Host, (await request(port, 'GET /', { Host })).status]).toEqual([Host, 200]);
    const link = { 'Sec-Fetch-Site': 'cross-site', ...LINK };
    expect(await request(port, 'GET /', link)).toMatchObject({ status: 200 });
    const own = { ...CONTROL, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' };
    expect(await request(port, 'POST /_sandbox/reset', own, '{}')).toMatchObject({ status: 200 });
  });

  test('a server on a network answers to the names of that network, and to no others', async () => {
    const { sandbox } = await openSandbox({ host: '0.0.0.0' });
    const state = (Host: string) => request(sandbox.port, 'GET /_sandbox/state', { Host });
    for (const name of ['sandbox:12111', '192.0.2.1', 'localhost'])
      expect(await state(name)).toMatchObject({ status: 200 });
    expect(await state('evil.example')).toMatchObject({ status: 421 });
  });

  test('the buttons of the page send what the controls require', async () => {
    const { sandbox } = await openSandbox();
    const page = await request(sandbox.port, 'GET /');
    expect(page.body).toContain("'X-Sandbox-Control': '1'");
  });
});

test('a storefront of any origin confirms a payment, whatever it calls this machine', async () => {
  const { sandbox, stripe } = await openSandbox();
  const intent = await stripe.paymentIntents.create({ amount: 2500, currency: 'usd' });
  const path = `/v1/payment_intents/${intent.id}/confirm`;
  const browser = {
    Host: `stripe.shop.example:${sandbox.port}`,
    Origin: 'https://shop.example',
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'cors',
  };
  const preflight = await request(sandbox.port, `OPTIONS ${path}`, browser);
  expect(preflight).toMatchObject({ status: 204 });
  expect(preflight.head).toMatch(/^Access-Control-Allow-Origin: \*$/im);
  const body = `client_secret=${intent.client_secret}&payment_method=pm_card_visa&return_url=https://shop.example/`;
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const key = { Authorization: `Bearer ${sandbox.publishableKey}` };
  const answer = await request(sandbox.port, `POST ${path}`, { ...browser, ...type, ...key }, body);
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.head).toMatch(/^Access-Control-Allow-Origin: \*$/im);
});
