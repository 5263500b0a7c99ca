import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

/** Products, newest first: n = 1 … COUNT. More than a list reads along its index. */
const COUNT = 3600;

/** The title and description of product n; see the constants in sections.ts. */
const WORDS = {
  // More than are ranked, everywhere.
  lamp: { title: 'n % 4 = 0', description: 'n % 4 = 1' },
  // Few titles, and more descriptions than are ranked.
  machine: { title: 'n % 600 = 7', description: 'n % 3 = 0' },
  // More than are ranked, and none of them among the newest, the cheapest, or the first by title.
  antique: { title: 'n > 3000', description: 'false' },
  // As many as are ranked, and one more.
  brass: { title: 'n BETWEEN 101 AND 600', description: 'false' },
  walnut: { title: 'n BETWEEN 101 AND 601', description: 'false' },
} as const;

describe('Frequent words and tags in GET /products', () => {
  let database: TestDatabase;
  let app: CatalogApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startCatalogApp(database.url);
    const words = (where: 'title' | 'description') =>
      Object.entries(WORDS)
        .map(([word, of]) => `CASE WHEN ${of[where]} THEN '${word}' END`)
        .join(', ');
    const { prisma } = app.ctx.db;
    await prisma.$executeRawUnsafe(`
      INSERT INTO products (id, handle, title, description, status, type, tags, created_at, updated_at)
      SELECT 'prod_' || n, 'p' || n, concat_ws(' ', lpad(n::text, 4, '0'), ${words('title')}),
        concat_ws(' ', 'text', ${words('description')}), 'active', 'T' || n % 2,
        array_remove(ARRAY[CASE WHEN n % 2 = 0 THEN 'even' END, CASE WHEN n > 3000 THEN 'old' END,
          CASE WHEN n % 1000 = 1 THEN 'odd' END], NULL),
        timestamptz '2026-01-01' - n * interval '1 minute', now()
      FROM generate_series(1, ${COUNT}) n`);
    await prisma.$executeRawUnsafe(`
      INSERT INTO variants (id, product_id, position, title, updated_at)
      SELECT 'var_' || n, 'prod_' || n, 1, '', now() FROM generate_series(1, ${COUNT}) n`);
    // Two at each price, the newest the cheapest.
    await prisma.$executeRawUnsafe(`
      INSERT INTO prices (variant_id, currency, amount)
      SELECT 'var_' || n, 'USD', 100 + n / 2 FROM generate_series(1, ${COUNT}) n`);
    await prisma.$executeRawUnsafe('VACUUM ANALYZE products');
    app.clearCache();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** The numbers of all products along the pages, from the first on, and back from the last. */
  async function walk(query: string) {
    const numbers = (data: readonly { handle: string }[]) =>
      data.map(({ handle }) => Number(handle.slice(1)));
    let page = await app.get(`?${query}&limit=100&fields=handle`);
    const there = [numbers(page.data)];
    while (page.meta.nextCursor !== null) {
      page = await app.get(`?${query}&limit=100&fields=handle&cursor=${page.meta.nextCursor}`);
      there.push(numbers(page.data));
    }
    const back = [numbers(page.data)];
    while (page.meta.prevCursor !== null) {
      page = await app.get(`?${query}&limit=100&fields=handle&cursor=${page.meta.prevCursor}`);
      back.unshift(numbers(page.data));
    }
    return { there, back };
  }

  const all = Array.from({ length: COUNT }, (_, i) => i + 1);
  const titled = {
    lamp: (n: number) => n % 4 === 0,
    machine: (n: number) => n % 600 === 7,
    antique: (n: number) => n > 3000,
  };
  const described = {
    lamp: (n: number) => n % 4 === 1,
    machine: (n: number) => n % 3 === 0,
    antique: () => false,
  };

  test.each(['lamp', 'machine', 'antique'] as const)(
    'lists those with %s in their title first, newest first, each once and in both directions',
    async (word) => {
      const { there, back } = await walk(`q=${word}`);
      const first = all.filter(titled[word]);
      const rest = all.filter((n) => described[word](n) && !titled[word](n));
      expect(there.flat()).toEqual([...first, ...rest]);
      expect(back).toEqual(there);
    },
  );

  test.each([
    ['q=lamp&sort=price', (n: number) => titled.lamp(n) || described.lamp(n), 1],
    ['q=antique&sort=price', titled.antique, 1],
    ['q=antique&sort=title', titled.antique, 1],
    ['q=antique&sort=createdAt', titled.antique, -1],
    ['q=lamp&type=T1&sort=-createdAt', described.lamp, 1],
  ] as const)('sorts %s by what is asked for, each once and both ways', async (query, has, way) => {
    const { there, back } = await walk(query);
    const expected = all.filter(has);
    // Of equal price are n and n + 1; their ids, as text, say which comes first.
    const price = (n: number) => (query.includes('price') ? Math.floor(n / 2) : n);
    const text = (n: number) => `prod_${n}`;
    expected.sort((a, b) => way * (price(a) - price(b)) || (text(a) < text(b) ? -1 : 1));
    expect(there.flat()).toEqual(expected);
    expect(back).toEqual(there);
  });

  test.each([
    ['tag=even', (n: number) => n % 2 === 0],
    ['tag=old', (n: number) => n > 3000],
    ['tag=odd&sort=-createdAt', (n: number) => n % 1000 === 1],
    ['tag=even,old', (n: number) => n % 2 === 0 && n > 3000],
    ['tag=even&type=T0', (n: number) => n % 2 === 0],
    ['tag=even,odd', () => false],
  ] as const)('finds all with %s, each once and both ways', async (query, has) => {
    const { there, back } = await walk(query);
    expect(there.flat()).toEqual(all.filter(has));
    expect(back).toEqual(there);
  });

  test('counts them all, and those of a filter', async () => {
    expect((await app.get('?q=lamp&count=true')).meta.total).toBe(COUNT / 2);
    expect((await app.get('?q=lamp&type=T1&count=true')).meta.total).toBe(COUNT / 4);
  });

  test('ranks what no more than 500 match', async () => {
    const ranked = await walk('q=brass');
    expect(ranked.there.flat().toSorted((a, b) => a - b)).toEqual(all.slice(100, 600));
    expect(ranked.back).toEqual(ranked.there);
    const titles = (data: readonly { title: string }[]) => data.map(({ title }) => title);
    // A longer text ranks lower: products that are also lamps come last.
    expect(titles((await app.get('?q=brass')).data).join()).not.toContain('lamp');
    expect(titles((await app.get('?q=walnut')).data).join()).toContain('lamp');
  });

  test('keeps its order when a list grows beyond the number that is ranked', async () => {
    const first = await app.get('?q=brass&limit=100&fields=handle');
    await app.ctx.db.prisma.product.update({
      where: { handle: 'p1' },
      data: { title: '0001 brass' },
    });
    app.clearCache();
    const handles = first.data.map(({ handle }) => handle);
    let { nextCursor } = first.meta;
    while (nextCursor !== null) {
      const page = await app.get(`?q=brass&limit=100&fields=handle&cursor=${nextCursor}`);
      handles.push(...page.data.map(({ handle }) => handle));
      nextCursor = page.meta.nextCursor;
    }
    const old = handles.filter((handle) => handle !== 'p1');
    expect(new Set(old).size).toBe(500);
    expect(old).toHaveLength(500);
  });
});
