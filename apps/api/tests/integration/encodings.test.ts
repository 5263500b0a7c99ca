import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { TestApp } from '../helpers/app.ts';
import { createVariant, openCart, startCartShop } from '../helpers/carts.ts';

const unpack: Record<string, (body: Buffer) => Buffer> = {
  br: (body) => brotliDecompressSync(body),
  gzip: (body) => gunzipSync(body),
  deflate: (body) => inflateSync(body),
};

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  coding: string;
  etag: string;
  text: string;
}

/** A raw request, because clients decompress answers and choose their own encodings. */
async function get(url: string, headers: Record<string, string>): Promise<Answer> {
  const sent = request(url, { headers }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = await buffer(response);
  const { etag = '', 'content-encoding': coding = 'identity' } = response.headers;
  const text = String(body.length > 0 ? (unpack[coding]?.(body) ?? body) : '');
  const status = response.statusCode ?? 0;
  return { status, headers: response.headers, coding, etag, text };
}

const pages = {
  'a page of the catalogue': '/api/v1/products',
  'a short page': '/api/v1/products?q=nothing-has-this',
  'a cart': '',
  'an empty cart': '',
  'the document': '/openapi.json',
};
type Page = keyof typeof pages;

describe('Each coding of an answer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startCartShop();
    const items = [];
    for (let i = 0; i < 8; i++) items.push({ variantId: await createVariant(app), quantity: 1 });
    pages['a cart'] = `/api/v1/carts/${(await openCart(app, items)).id}`;
    pages['an empty cart'] = `/api/v1/carts/${(await openCart(app)).id}`;
  });
  afterAll(() => app.close());

  const preferences: [accepted: string, codings: string[]][] = [
    ['identity', ['identity']],
    ['', ['identity']],
    ['gzip', ['gzip', 'identity']],
    ['br', ['br', 'identity']],
    ['deflate', ['deflate', 'identity']],
    ['zstd', ['identity']],
    ['gzip, deflate, br, zstd', ['br', 'gzip', 'deflate', 'identity']],
    ['*', ['br', 'gzip', 'deflate', 'identity']],
    ['deflate, identity;q=0', ['deflate']],
    ['gzip, identity;q=0', ['gzip']],
    ['br, *;q=0', ['br']],
    ['deflate, gzip;q=0, br;q=0', ['deflate', 'identity']],
    ['br;q=0, gzip;q=0, *', ['deflate', 'identity']],
    ['identity;q=0, *', ['br', 'gzip', 'deflate']],
  ];

  describe.each(Object.keys(pages) as Page[])('of %s', (name) => {
    test.each(preferences)(
      'for "%s" is one of those, with a separate entity tag',
      async (accepted, of) => {
        const url = `${app.url}${pages[name]}`;
        const plain = await get(url, { 'Accept-Encoding': 'identity' });
        expect(plain.etag).toMatch(/^"/);
        // The second answer comes from the cache, if it is cacheable.
        for (let times = 0; times < 3; times++) {
          const answer = await get(url, { 'Accept-Encoding': accepted });
          expect(of).toContain(answer.coding);
          expect(answer.text).toBe(plain.text);
          expect(answer.headers.vary).toMatch(/Accept-Encoding/);
          expect(answer.etag).toBe(answer.coding === 'identity' ? plain.etag : `W/${plain.etag}`);
          const condition = { 'Accept-Encoding': accepted, 'If-None-Match': answer.etag };
          const { status, etag, text, headers } = await get(url, condition);
          expect([status, etag, text]).toEqual([304, answer.etag, '']);
          expect(headers.vary).toMatch(/Accept-Encoding/);
        }
      },
    );
  });

  test('is not mixed up with another in the cache, whatever was requested before', async () => {
    const url = `${app.url}/api/v1/products?limit=7`;
    const order = ['identity', 'gzip', 'deflate', 'deflate, identity;q=0', 'br', 'deflate', 'gzip'];
    const find = jest.spyOn(app.container.services.cache, 'find');
    const codings: string[] = [];
    for (const accepted of [...order, ...order]) {
      codings.push((await get(url, { 'Accept-Encoding': accepted })).coding);
    }
    expect(find.mock.results.some(({ value }) => value !== undefined)).toBe(true);
    find.mockRestore();
    const once = ['identity', 'gzip', 'identity', 'deflate', 'br', 'identity', 'gzip'];
    expect(codings).toEqual([...once, ...once]);
  });

  test('has an entity tag by which a cart can be written', async () => {
    const path = pages['a cart'];
    const { coding, etag } = await get(`${app.url}${path}`, { 'Accept-Encoding': 'gzip' });
    expect(coding).toBe('gzip');
    const write = (email: string) => app.api.patch(path).set('If-Match', etag).send({ email });
    expect((await write('a@example.com')).status).toBe(200);
    expect((await write('b@example.com')).status).toBe(412);
  });
});
