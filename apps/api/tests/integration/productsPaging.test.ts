import type { Product } from '../../src/validators/products.validator.ts';
import { createCategory, createProduct } from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const COUNT = 23;

describe('The pages of GET /products', () => {
  let database: TestDatabase;
  let app: CatalogApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startCatalogApp(database.url);
    // Some are in both categories below "home", none outside.
    const home = await createCategory(app.ctx, 'home');
    const [one, two] = [
      await createCategory(app.ctx, 'one', home),
      await createCategory(app.ctx, 'two', home),
    ];
    // Few different values, so that mostly the id determines the order.
    for (let n = 0; n < COUNT; n += 1) {
      await createProduct(app.ctx, {
        title: `${['Éclair', 'eclair', 'Zebra'][n % 3]} lamp`,
        createdAt: new Date(Date.UTC(2026, 0, 1 + (n % 2))),
        categories: [[one.id], [two.id], [one.id, two.id]][n % 3] ?? [],
        variants: [{ prices: { USD: 100 * (1 + (n % 4)) } }, { prices: { USD: 5000 } }],
      });
    }
    app.clearCache();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** All pages from the first to the last, and from there back to the first. */
  async function walk(query: string) {
    const there: Product[][] = [];
    let page = await app.get(`?${query}`);
    expect(page.meta.prevCursor).toBeNull();
    for (;;) {
      there.push(page.data);
      expect(page.meta.hasMore).toBe(page.meta.nextCursor !== null);
      if (page.meta.nextCursor === null) break;
      page = await app.get(`?${query}&cursor=${page.meta.nextCursor}`);
    }
    const back = [page.data];
    while (page.meta.prevCursor !== null) {
      page = await app.get(`?${query}&cursor=${page.meta.prevCursor}`);
      expect(page.meta.hasMore).toBe(true);
      back.unshift(page.data);
    }
    return { there, back };
  }

  test.each([
    'sort=title',
    'sort=-title',
    'sort=createdAt',
    'sort=-createdAt',
    'sort=price',
    'sort=-price',
    'sort=-price,title',
    'sort=title,-price,createdAt',
    'sort=-title,-price',
    'q=lamp',
    'q=lamp&sort=-price',
    'q=lampe',
    'inStock=true&price[lte]=400',
    'category=home&sort=price',
    'category=home&sort=-price,title',
    'category=home&sort=price&price[gte]=50&price[lte]=450',
  ])('sorted by %s contain every product once, in both directions', async (query) => {
    const whole = (await app.get(`?${query}&limit=100`)).data;
    expect(whole).toHaveLength(COUNT);
    const { there, back } = await walk(`${query}&limit=5`);
    expect(there.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(there.flat()).toEqual(whole);
    expect(back).toEqual(there);
  });

  test('sort titles without regard to case and accents', async () => {
    const titles = (await app.get('?sort=title&limit=100')).data.map(({ title }) => title);
    expect(titles.slice(-7)).toEqual(Array(7).fill('Zebra lamp'));
  });

  test('are the last page exactly when nothing follows', async () => {
    const { meta } = await app.get(`?limit=${COUNT}`);
    expect(meta).toEqual({ limit: COUNT, hasMore: false, nextCursor: null, prevCursor: null });
  });

  test('may change their size and fields under the same cursor', async () => {
    const { meta } = await app.get('?limit=5');
    const next = await app.get(`?limit=2&fields=title&count=true&cursor=${meta.nextCursor}`);
    expect(next.data).toHaveLength(2);
    expect(next.meta.total).toBe(COUNT);
  });

  test('refuse a cursor with invalid characters', async () => {
    const { errors } = await app.get<{ errors: { path: string }[] }>('?cursor=%F0%9F%92%B5', 400);
    expect(errors.map(({ path }) => path)).toEqual(['query.cursor']);
  });

  test('refuse a cursor of another list', async () => {
    const cursor = (await app.get('?limit=5')).meta.nextCursor ?? '';
    for (const query of ['sort=title', 'q=lamp', 'currency=EUR', 'vendor=x', 'price[gte]=1']) {
      const { code } = await app.get<{ code: string }>(`?${query}&cursor=${cursor}`, 400);
      expect(code).toBe('invalid_cursor');
    }
    for (const wrong of [`${cursor}x`, cursor.replace('.', ''), 'abc']) {
      const { code } = await app.get<{ code: string }>(`?cursor=${wrong}`, 400);
      expect(code).toBe('invalid_cursor');
    }
  });

  test('continue when the product at their edge is deleted', async () => {
    const gone = await createProduct(app.ctx, { createdAt: new Date(Date.UTC(2026, 5, 1)) });
    app.clearCache();
    const first = await app.get('?limit=1');
    expect(first.data[0]?.id).toBe(gone.id);
    await app.ctx.db.prisma.product.update({
      where: { id: gone.id },
      data: { status: 'archived' },
    });
    const rest = await app.get(`?limit=100&cursor=${first.meta.nextCursor}`);
    expect(rest.data).toHaveLength(COUNT);
  });

  test('link to each other', async () => {
    const first = await app.api.get('/api/v1/products?limit=5&price[gte]=1&q=Lamp');
    expect(first.headers['link']).toMatch(
      /^<\/api\/v1\/products\?[^>]*>; rel="first", <[^>]*>; rel="next"$/,
    );
    const next = /<([^>]+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    const second = await app.api.get(next);
    expect(second.body).toEqual(
      await app.get(`?limit=5&price[gte]=1&q=lamp&cursor=${first.body.meta.nextCursor}`),
    );
    expect(second.headers['link']).toContain('rel="prev"');
  });
});
