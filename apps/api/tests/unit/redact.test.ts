import { redact, redactText } from '../../src/utils/redact.ts';

describe('The log', () => {
  test('masks values under a secret name at any depth', () => {
    expect(
      redact({ headers: { authorization: 'Bearer x', accept: 'text/html' }, orderToken: 'abc' }),
    ).toEqual({
      headers: { authorization: '[masked]', accept: 'text/html' },
      orderToken: '[masked]',
    });
  });

  test('masks keys of Stripe, client secrets and cart ids inside a text', () => {
    const cart = 'cart_0123456789abcdefghjkmnpqrstvwxyz0123';
    const text = `sk_test_51Habcdefgh pi_3abc_secret_xyz whsec_abcdefgh1234 /api/v1/carts/${cart}`;
    const masked = redactText(text);
    const adminKey = `dev_admin_${'0123456789abcdef'.repeat(2)}`;
    expect(redactText(`GET /api/v1/orders?q=${adminKey}`)).not.toContain(adminKey.slice(10, 40));
    for (const secret of text.split(' ').slice(0, 3)) expect(masked).not.toContain(secret);
    expect(masked).not.toContain(cart);
    expect(masked).toContain('/api/v1/carts/cart_…0123');
  });

  test.each(['cw_sk_', 'cw_cs_'])('masks a secret of a machine, which begins with %s', (prefix) => {
    const secret = `${prefix}0123456789abcdefghjkmnpqrstvwxyz01234567`;
    expect(redactText(`no client has ${secret}`)).not.toContain(secret.slice(10));
  });

  test.each([
    ['percent-encoded', (text: string) => encoded(text)],
    ['encoded in part', (text: string) => text.replace('_', '%5f').replace('c', '%63')],
    ['encoded twice', (text: string) => encoded(encoded(text))],
    ['encoded eight times', (text: string) => again(8, encodeURIComponent, encoded(text))],
    ['encoded a hundred times', (text: string) => again(100, encodeURIComponent, encoded(text))],
    [
      'encoded letter by letter, four times',
      (text: string) => again(4, encoded, text.slice(0, 45)),
    ],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['with something before and behind', (text: string) => `x_${text}_x`],
  ])('masks a cart id %s', (_how, write) => {
    const random = '0123456789abcdefghjkmnpqrstvwxyz0123';
    const line = `GET /api/v1/carts/${write(`cart_${random}`)}?a=50%25`;
    const masked = redactText(line);
    let shown = masked;
    for (let i = 0; i < 200; i++) shown = shown.replaceAll(/%([0-9a-f]{2})/gi, unescapeByte);
    expect(shown.toLowerCase()).not.toContain(random.slice(0, 31));
  });

  test.each([
    'GET /orders/ord_1?token=GuessMe&x=1',
    'GET /return?a=1&payment_intent_client_secret=pi_3Abc_secret_GuessMe',
    'GET /return?order%54oken=GuessMe',
    'GET /return?x=1%26orderToken%3DGuessMe',
    'referer https://shop.example/o?apiKey=GuessMe#there',
    'Error: no such order: /o?x-order-token=GuessMe\n    at /src/a.ts:1:1',
    'GET /api/v1/auth/providers/google/callback?code=4/0AGuessMe-and-more&scope=email',
    'GET /api/v1/auth/providers/google/callback?scope=email&state=GuessMe_and_much_more',
  ])('masks the secret parameter in %j', (line) => {
    const masked = redactText(line);
    expect(masked).not.toContain('GuessMe');
    expect(masked).toContain(line.slice(0, 5));
  });

  test.each([
    'GET /api/v1/admin/orders?email=jane.doe+x@shop.example',
    'GET /api/v1/admin/orders?email=jane.doe%2Bx%40shop.example',
    'connection refused by jane.doe@mail.shop.example',
  ])('masks the name in the e-mail address in %j', (line) => {
    const masked = redactText(line);
    expect(masked).not.toContain('ane.doe');
    expect(masked).toMatch(/j…@(mail\.)?shop\.example/);
  });

  test.each(['at f (/app/node_modules/@scope/part/a.js:1:2)', 'pg@8.23.1', 'a @ b.example'])(
    'leaves %j, which holds no e-mail address',
    (text) => expect(redactText(text)).toBe(text),
  );

  test('masks a password in an address, however short', () => {
    expect(redactText('postgres://shop:pw1@db.example/x')).toBe(
      'postgres://shop:[masked]@db.example/x',
    );
  });

  test('leaves an address without a secret unchanged', () => {
    const line = 'GET /api/v1/products?q=100%25%20wool%0a&sort=-price';
    expect(redactText(line)).toBe(line);
    expect(redactText('GET /%0d%0acart_0123456789abcdefghjkmnpqrstvwxyz0123')).not.toMatch(
      /[\r\n]/,
    );
  });

  test('shows the name, code, message and stack of an error, and none of its other properties', () => {
    const error = Object.assign(new Error('Parse Error', { cause: new TypeError('deep') }), {
      code: 'HPE_CLOSED_CONNECTION',
      rawPacket: Buffer.from('GET / HTTP/1.1\r\nAuthorization: Bearer GuessMe\r\n'),
      config: { headers: { cookie: 'GuessMe' } },
    });
    const shown = redact({ error });
    expect(shown).toEqual({
      error: {
        name: 'Error',
        code: 'HPE_CLOSED_CONNECTION',
        message: 'Parse Error',
        stack: expect.stringContaining('redact.test'),
        cause: { name: 'TypeError', message: 'deep', stack: expect.any(String) },
      },
    });
    expect(JSON.stringify(shown)).not.toContain('GuessMe');
  });

  test('shortens long values', () => {
    const shown = redact({
      text: 'x'.repeat(650_000),
      bytes: Buffer.alloc(650_000),
      list: Array.from({ length: 60_000 }, (_, i) => i),
      fields: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i])),
      error: new Error('x'.repeat(650_000)),
    });
    expect(JSON.stringify(shown).length).toBeLessThan(30_000);
    expect(shown).toMatchObject({ bytes: '[650000 bytes]', fields: { '…': '59900 more' } });
  });

  test('masks the codes of gift cards except for the last characters', () => {
    expect(redactText('{"code":"7K2M-9QXD-0VTR-5HWE"}')).toBe('{"code":"…5HWE"}');
    expect(redact({ body: { giftCards: ['7K2M9QXD0VTR5HWE'] } })).toEqual({
      body: { giftCards: '[masked]' },
    });
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect(redactText(id)).toBe(id);
    expect(redactText('that will have been')).toBe('that will have been');
  });

  test('masks the password in a database address', () => {
    expect(redactText('postgresql://shop:hunter22@db/shop')).not.toContain('hunter22');
  });

  test('keeps other values unchanged', () => {
    const fields = { status: 200, ms: 1.5, ok: true, none: null, url: '/api/v1/products?q=cup' };
    expect(redact(fields)).toEqual(fields);
  });

  test('terminates for a circular structure', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(JSON.stringify(redact(loop))).toContain('[deep]');
  });
});

/** Every letter percent-encoded. */
function encoded(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replaceAll(/../g, (digits) => `%${digits}`);
}

function again(times: number, write: (text: string) => string, text: string): string {
  return Array.from({ length: times }).reduce<string>((written) => write(written), text);
}

function unescapeByte(_encoded: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}
