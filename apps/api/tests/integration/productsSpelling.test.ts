import { Client } from 'pg';
import { createProduct } from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

describe('The spelling of GET /products?q=', () => {
  let database: TestDatabase;
  let app: CatalogApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startCatalogApp(database.url);
    const products = [
      { handle: 'blanket', title: 'Wool Blanket', description: 'Keeps the cold out' },
      { handle: 'cushion', title: 'Wool Cushion', vendor: 'Thistlewick' },
      { handle: 'jacket', title: 'Corduroy Jacket', tags: ['waterproof'] },
      { handle: 'skirt', title: 'Corduroy Skirt', type: 'Clothes' },
      { handle: 'sneakers', title: 'Café Sneakers' },
    ];
    for (const product of products) await createProduct(app.ctx, product);
    app.clearCache();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const handles = async (q: string) =>
    (await app.get(`?q=${encodeURIComponent(q)}`)).data.map(({ handle }) => handle).toSorted();
  const update = async (handle: string, data: { title?: string; status?: 'archived' | 'active' }) =>
    await app.ctx.db.prisma.product.update({ where: { handle }, data });

  test.each([
    ['blankt', ['blanket']],
    ['BLÁNKT', ['blanket']],
    ['jaket', ['jacket']],
    ['sneekers', ['sneakers']],
    ['sneeke', ['sneakers']],
    ['cafe sneekers', ['sneakers']],
    ['wool blankt', ['blanket']],
    ['blankt wol', ['blanket']],
    ['the blankt', ['blanket']],
    // The words of vendors, types and tags are also known.
    ['thistelwick', ['cushion']],
    ['watterproof', ['jacket']],
    ['cloths', ['skirt']],
    // No similar word: another word is no correction of it.
    ['shirt', []],
    ['blacksmith', []],
  ])('corrects %j to the nearest words', async (q, expected) => {
    expect(await handles(q)).toEqual(expected);
  });

  test.each([
    ['corduroy jacket wool', ['jacket']],
    ['corduroy xyzzyq', ['jacket', 'skirt']],
    ['corduroy blankt', ['blanket', 'jacket', 'skirt']],
    ['corduroy xyzzyq foobarq', []],
  ])('drops one word of %j when no product has them all', async (q, expected) => {
    expect(await handles(q)).toEqual(expected);
  });

  test('filters, counts and sorts its matches like any list', async () => {
    const { data, meta } = await app.get('?q=corduory&sort=-title&count=true&facets=true&limit=1');
    expect(data.map(({ handle }) => handle)).toEqual(['skirt']);
    expect(meta.total).toBe(2);
    expect(meta.facets?.types).toEqual([{ value: 'Clothes', count: 1 }]);
    expect(await app.get('?q=corduory&type=Tools')).toMatchObject({ data: [] });
  });

  test('knows the words of a changed title at once, and ignores words that no product still has', async () => {
    await update('blanket', { title: 'Velvet Throw' });
    app.clearCache();
    expect(await handles('velvt')).toEqual(['blanket']);
    expect(await handles('blankt')).toEqual([]);
    await update('blanket', { title: 'Wool Blanket' });
    await createProduct(app.ctx, { handle: 'blankie', title: 'Blankety' });
    await update('blankie', { status: 'archived' });
    app.clearCache();
    expect(await handles('blanketi')).toEqual(['blanket']);
  });

  test('allows two concurrent products with the same new word', async () => {
    const other = new Client({ connectionString: database.url });
    await other.connect();
    await other.query('BEGIN');
    await other.query(`INSERT INTO products (id, handle, title, status, updated_at)
      VALUES ('prod_other', 'zebrawood-bowl', 'Zebrawood Bowl', 'active', now())`);
    // It would wait for the other one if words were unique.
    await createProduct(app.ctx, { handle: 'zebrawood-spoon', title: 'Zebrawood Spoon' });
    await other.query('COMMIT');
    await other.end();
    app.clearCache();
    expect(await handles('zebrawod')).toEqual(['zebrawood-bowl', 'zebrawood-spoon']);
  });

  test('finds the one active product among many inactive ones', async () => {
    await app.ctx.db.prisma.$executeRaw`
      INSERT INTO products (id, handle, title, status, updated_at)
      SELECT 'prod_old' || n, 'ratchet-' || n, 'Ratchet', 'archived', now()
      FROM generate_series(1, 1000) n`;
    await createProduct(app.ctx, { handle: 'ratchet', title: 'Ratchet' });
    app.clearCache();
    expect(await handles('ratchet')).toEqual(['ratchet']);
    expect(await handles('rachet')).toEqual(['ratchet']);
  });
});
