import type { Product } from '../../src/validators/products.validator.ts';
import { createCategory, createCollection, createProduct } from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

describe('GET /products/:idOrHandle', () => {
  let database: TestDatabase;
  let app: CatalogApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startCatalogApp(database.url);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const get = async (path: string) => (await app.get<{ data: Product }>(`/${path}`)).data;

  test('returns the whole product', async () => {
    const root = await createCategory(app.ctx, 'home');
    const leaf = await createCategory(app.ctx, 'lamps', root);
    const collection = await createCollection(app.ctx, 'light');
    const created = await createProduct(app.ctx, {
      handle: 'lamp',
      title: 'Lamp',
      description: '<p>Bright</p>',
      vendor: 'Lux',
      type: 'Light',
      tags: ['b', 'a'],
      createdAt: new Date('2026-01-02T03:04:05.678Z'),
      options: [
        { name: 'Size', values: ['S', 'L'] },
        { name: '__proto__', values: ['x'] },
      ],
      images: [
        {
          source: 'data:stored',
          storageKey: 'products/a b.jpg',
          alt: 'A lamp',
          width: 9,
          height: 8,
        },
        { source: 'https://cdn.example/l.png' },
        { source: 'not-fetched-yet.png' },
      ],
      variants: [
        {
          title: 'S',
          sku: 'L-S',
          optionValues: ['S', 'x'],
          prices: { USD: { amount: 500, compareAt: 700 } },
          image: 0,
        },
        {
          title: 'L',
          optionValues: ['L', 'x'],
          prices: { USD: 900, EUR: 800 },
          stock: 0,
          image: 0,
        },
        { title: 'XL', optionValues: ['XL', 'x'], prices: {}, inventoryTracked: false },
      ],
      categories: [leaf.id],
      collections: [collection],
    });
    const [s, l, xl] = created.variantIds;
    const [stored, linked] = created.imageIds;
    const product = await get('lamp');
    expect(product).toEqual({
      id: created.id,
      handle: 'lamp',
      title: 'Lamp',
      description: '<p>Bright</p>',
      vendor: 'Lux',
      type: 'Light',
      tags: ['b', 'a'],
      status: 'active',
      available: true,
      priceRange: { min: usd(500), max: usd(900) },
      options: [
        { name: 'Size', values: ['S', 'L'] },
        { name: '__proto__', values: ['x'] },
      ],
      variants: [
        variant({
          id: s,
          sku: 'L-S',
          title: 'S',
          imageId: stored,
          price: usd(500),
          compareAtPrice: usd(700),
        }),
        variant({
          id: l,
          title: 'L',
          position: 2,
          imageId: stored,
          price: usd(900),
          available: false,
        }),
        variant({ id: xl, title: 'XL', position: 3, price: null }),
      ],
      images: [
        {
          id: stored,
          url: 'http://shop.test/media/products/a%20b.jpg',
          alt: 'A lamp',
          position: 1,
          width: 9,
          height: 8,
          variants: [s, l],
          derivatives: [],
          altTexts: {},
          dominantColor: null,
          focalPoint: null,
        },
        {
          id: linked,
          url: 'https://cdn.example/l.png',
          alt: '',
          position: 2,
          width: null,
          height: null,
          variants: [],
          derivatives: [],
          altTexts: {},
          dominantColor: null,
          focalPoint: null,
        },
      ],
      categories: [{ id: leaf.id, handle: 'lamps', name: 'Lamps', path: 'home/lamps' }],
      collections: [{ id: collection, handle: 'light', title: 'Collection light' }],
      seo: { title: null, description: null },
      createdAt: '2026-01-02T03:04:05.678Z',
      updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    expect(await get(created.id)).toEqual(product);
    expect((await app.get('?q=lamp')).data).toEqual([product]);
  });

  test('shows prices in the requested currency', async () => {
    const { variants, priceRange } = await get('lamp?currency=EUR');
    expect(variants.map(({ price }) => price)).toEqual([
      null,
      { amount: 800, currency: 'EUR' },
      null,
    ]);
    expect(priceRange?.max).toEqual({ amount: 800, currency: 'EUR' });
    expect((await get('lamp?currency=JPY')).priceRange).toBeNull();
  });

  test('supports expand and fields', async () => {
    const { categories, collections } = await get('lamp?expand=categories,collections');
    expect(categories[0]?.ancestors).toEqual([
      { id: expect.any(String), handle: 'home', name: 'Home' },
    ]);
    expect(collections[0]?.description).toBe('');
    expect(Object.keys(await get('lamp?fields=title'))).toEqual(['id', 'title']);
  });

  test('is a 404 for drafts, archived and unknown products', async () => {
    await createProduct(app.ctx, { handle: 'draft', status: 'draft' });
    const { id } = await createProduct(app.ctx, { handle: 'archived', status: 'archived' });
    for (const path of [
      '/draft',
      '/archived',
      `/${id}`,
      '/unknown',
      '/%00',
      `/${'x'.repeat(300)}`,
    ]) {
      expect((await app.get<{ code: string }>(path, 404)).code).toBe('not_found');
    }
    await app.get('/lamp?sort=title', 400);
  });

  test('answers 304 to a client that has it already', async () => {
    const ask = () => app.api.get('/api/v1/products/lamp');
    const { headers } = await ask().set('Accept-Encoding', 'identity');
    expect(headers['cache-control']).toContain('public');
    for (const tag of [headers['etag'], `W/${headers['etag']}`]) {
      const again = await ask().set('If-None-Match', `"x", ${tag}`);
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
    }
  });

  test.each([
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['deflate', undefined],
    ['identity', undefined],
  ])(
    'to %j answers in %s, always the same, with a weak entity tag when it is compressed',
    async (accepted, coding) => {
      const ask = (encodings: string) =>
        app.api.get('/api/v1/products?limit=50').set('Accept-Encoding', encodings);
      const { headers: plain, text } = await ask('identity');
      expect(text.length).toBeGreaterThan(1400);
      // The first request computes it, the second finds it in the cache.
      for (let time = 0; time < 2; time++) {
        const answer = await ask(accepted);
        expect(answer.headers).toMatchObject({
          vary: 'Accept-Encoding',
          etag: coding ? `W/${plain['etag']}` : plain['etag'],
        });
        expect(answer.headers['content-encoding']).toBe(coding);
        expect(answer.text).toBe(text);
      }
    },
  );

  test('answers in brotli when the client accepts it', async () => {
    const { headers } = await app.api
      .get('/api/v1/products?limit=50')
      .set('Accept-Encoding', 'gzip, deflate, br, zstd')
      .buffer(false);
    expect(headers['content-encoding']).toBe('br');
  });

  test('answers a HEAD like a GET without the body, also from the cache', async () => {
    for (let time = 0; time < 2; time++) {
      const get = await app.api
        .get('/api/v1/products/lamp')
        .set('Accept-Encoding', 'gzip, deflate');
      const head = await app.api
        .head('/api/v1/products/lamp')
        .set('Accept-Encoding', 'gzip, deflate');
      const { 'x-request-id': _get, date: _date, ...headers } = get.headers;
      expect(head.headers).toMatchObject(headers);
      expect(head.text).toBeUndefined();
    }
  });

  test('authenticates before it reads the cache', async () => {
    const ask = () => app.api.get('/api/v1/products/lamp');
    await ask();
    expect((await ask().set('Authorization', 'Bearer wrong')).status).toBe(401);
  });

  test('has its category in the category tree and its collection in the list', async () => {
    const tree = await app.api.get('/api/v1/categories');
    expect(tree.body.data).toMatchObject([
      { handle: 'home', path: 'home', children: [{ handle: 'lamps', children: [] }] },
    ]);
    const { body } = await app.api.get('/api/v1/collections');
    expect(body.data).toMatchObject([{ handle: 'light', title: 'Collection light' }]);
    expect((await app.api.get('/api/v1/categories?x=1')).status).toBe(400);
  });

  function variant(given: Partial<Record<keyof Product['variants'][number], unknown>>) {
    return {
      sku: null,
      available: true,
      inventoryPolicy: 'deny',
      position: 1,
      imageId: null,
      compareAtPrice: null,
      options: [
        { name: 'Size', value: given.title },
        { name: '__proto__', value: 'x' },
      ],
      ...given,
    };
  }
});

function usd(amount: number) {
  return { amount, currency: 'USD' };
}
