import {
  createCategory,
  createCollection,
  createLocation,
  createProduct,
} from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

describe('GET /products', () => {
  let database: TestDatabase;
  let app: CatalogApp;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await startCatalogApp(database.url);
    await fill(app);
    app.clearCache();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  /** The handles of a list, in its order. */
  const handles = async (query: string) => (await app.get(query)).data.map(({ handle }) => handle);

  test('lists active products, newest first', async () => {
    expect(await handles('')).toEqual(['boots', 'cap', 'tee', 'shirt']);
  });

  test.each([
    ['category=apparel', ['cap', 'tee', 'shirt']],
    ['category=shirts', ['tee', 'shirt']],
    ['category=apparel-extra', []],
    ['category=nowhere', []],
    ['collection=summer', ['cap', 'tee']],
    ['tag=new', ['boots', 'tee']],
    ['tag=new,cotton', ['tee']],
    ['tag=new&tag=cotton', ['tee']],
    ['vendor=Acme', ['tee', 'shirt']],
    ['type=Top', ['tee', 'shirt']],
    ['vendor=acme', []],
    ['price[gte]=3000', ['boots', 'shirt']],
    ['price[lte]=1500', ['cap', 'tee']],
    ['price[gte]=1501&price[lte]=2500', ['tee']],
    ['price[gte]=1&currency=EUR', ['tee']],
    ['price[gte]=5000&price[lte]=1', []],
    ['inStock=true', ['cap', 'tee', 'shirt']],
    ['inStock=false', ['boots']],
    ['vendor=Acme&tag=new&inStock=true&price[lte]=1500', ['tee']],
  ])('filters by %s', async (query, expected) => {
    expect(await handles(`?${query}`)).toEqual(expected);
    expect((await app.get(`?${query}&count=true`)).meta.total).toBe(expected.length);
  });

  test('also accepts the id of a category or collection', async () => {
    const [tee] = (await app.get('?q=basic')).data;
    const [category] = tee?.categories ?? [];
    const [collection] = tee?.collections ?? [];
    expect(await handles(`?category=${category?.id}`)).toEqual(['tee', 'shirt']);
    expect(await handles(`?collection=${collection?.id}`)).toEqual(['cap', 'tee']);
  });

  test.each([
    ['title', ['boots', 'tee', 'shirt', 'cap']],
    ['-title', ['cap', 'shirt', 'tee', 'boots']],
    ['createdAt', ['shirt', 'tee', 'cap', 'boots']],
    ['-createdAt', ['boots', 'cap', 'tee', 'shirt']],
    ['price', ['cap', 'tee', 'shirt', 'boots']],
    ['-price', ['boots', 'shirt', 'tee', 'cap']],
    ['-price,title', ['boots', 'shirt', 'tee', 'cap']],
  ])('sorts by %s', async (sort, expected) => {
    expect(await handles(`?sort=${sort}`)).toEqual(expected);
  });

  test('sorts by price only products with a price in the currency', async () => {
    expect(await handles('?sort=price&currency=EUR')).toEqual(['tee']);
    expect((await app.get('?sort=price&currency=EUR&count=true')).meta.total).toBe(1);
  });

  test.each([
    ['shirts', ['shirt', 'tee']],
    ['shi', ['shirt', 'tee']],
    ['CREME', ['shirt']],
    ['cre\u0301me lin', ['shirt']],
    ['waterproof', ['boots']],
    ['shirt acme linen', ['shirt']],
    ['t-shirt', ['tee', 'shirt']],
    ['cotton/new', ['tee']],
    ['walkin boot', ['boots']],
    ['boost', ['boots']],
    ['nothing-like-it', []],
    ['!!!', []],
    ["' OR 1=1 --", []],
    ['a:* & b | !c <-> (d', []],
    ['½ ŉ №', []],
    ['🩳', []],
    ['shirt '.repeat(30), ['shirt', 'tee']],
  ])('searches for %j', async (q, expected) => {
    const found = await handles(`?q=${encodeURIComponent(q)}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test('lists the best match first, unless another order is requested', async () => {
    expect(await handles('?q=linen')).toEqual(['shirt', 'cap']);
    expect(await handles('?q=t-shirt')).toEqual(['tee', 'shirt']);
    expect(await handles('?q=linen&sort=price')).toEqual(['cap', 'shirt']);
    expect(await handles('?q=linen&vendor=Hatters')).toEqual(['cap']);
  });

  test('returns only the requested fields, and the id', async () => {
    const { data } = await app.get('?fields=title,priceRange&q=basic');
    expect(data).toEqual([
      {
        id: expect.any(String),
        title: 'Basic T-Shirt',
        priceRange: {
          min: { amount: 1500, currency: 'USD' },
          max: { amount: 2000, currency: 'USD' },
        },
      },
    ]);
  });

  test('counts facets over all products that pass the filters', async () => {
    const { facets } = (await app.get('?facets=true&limit=1')).meta;
    expect(facets).toMatchObject({
      categories: [
        { handle: 'apparel', path: 'apparel', count: 3 },
        { handle: 'shirts', path: 'apparel/shirts', count: 2 },
      ],
      tags: [
        { value: 'new', count: 2 },
        { value: 'cotton', count: 1 },
      ],
      vendors: [
        { value: 'Acme', count: 2 },
        { value: 'Hatters', count: 1 },
      ],
      types: [{ value: 'Top', count: 2 }],
      price: { min: { amount: 900, currency: 'USD' }, max: { amount: 9000, currency: 'USD' } },
      inStock: { true: 3, false: 1 },
    });
    const none = (await app.get('?facets=true&vendor=none&count=true')).meta;
    expect(none).toMatchObject({ total: 0, facets: { price: null, tags: [] } });
    expect(await app.statements('?facets=true&count=true&q=shirt')).toBe(1);
  });

  test.each([
    ['colour=red', 'query.colour'],
    ['price=5', 'query.price'],
    ['price[gt]=5', 'query.price.gt'],
    ['price[gte]=5.5', 'query.price.gte'],
    ['price[gte]=99999999999999999999', 'query.price.gte'],
    ['sort=colour', 'query.sort'],
    ['sort=title,-title', 'query.sort'],
    ['fields=title,secret', 'query.fields'],
    ['expand=orders', 'query.expand'],
    ['currency=usd', 'query.currency'],
    ['currency=ABC', 'query.currency'],
    ['limit=0', 'query.limit'],
    ['limit=101', 'query.limit'],
    ['limit=ten', 'query.limit'],
    ['limit=1e2', 'query.limit'],
    ['limit=0x10', 'query.limit'],
    ['limit=%205', 'query.limit'],
    ['limit=%2B5', 'query.limit'],
    ['limit=5.0', 'query.limit'],
    ['limit=%D9%A1', 'query.limit'],
    ['limit=5%20', 'query.limit'],
    ['limit=Infinity', 'query.limit'],
    ['price[gte]=1e3', 'query.price.gte'],
    ['inStock=yes', 'query.inStock'],
    ['count=1', 'query.count'],
    ['q=a%00b', 'query.q'],
    [`q=${'x'.repeat(201)}`, 'query.q'],
    ['vendor=a&vendor=b', 'query.vendor'],
    ['tag=a%00', 'query.tag'],
    ['category[a]=b', 'query.category'],
    ['limit[]=5', 'query.limit'],
    ['limit[0]=5', 'query.limit'],
    ['limit[a]=5', 'query.limit'],
    ['count[]=true', 'query.count'],
    ['sort[]=title', 'query.sort'],
    ['cursor[]=abc', 'query.cursor'],
    ['currency[]=USD', 'query.currency'],
    ['price[]=5', 'query.price'],
    ['price[gte][]=5', 'query.price.gte'],
    ['tag[a]=new', 'query.tag'],
    ['[limit]=5', 'query.[limit]'],
    ['%5Blimit%5D=5', 'query.[limit]'],
    ['price[gte]x=5', 'query.price[gte]x'],
    ['price[gte]]=5', 'query.price[gte]]'],
    ['__proto__=1', 'query.__proto__'],
    ['%5F_proto__[a]=1', 'query.__proto__.a'],
    ['price[__proto__]=1', 'query.price.__proto__'],
  ])('refuses %s and names %s', async (query, path) => {
    const body = await app.get<{ code: string; errors: { path: string }[] }>(`?${query}`, 400);
    expect(body.code).toBe('validation_failed');
    expect(new Set(body.errors.map((error) => error.path))).toEqual(new Set([path]));
  });

  test.each([
    ['limit=2&limit=3', 'must be given once, as one value'],
    ['inStock=true&inStock=true', 'must be given once, as one value'],
    ['price[gte]=1&price[gte]=2', 'must be given once, as one value'],
    ['limit[]=2', 'must be one value, without brackets'],
    ['inStock[a]=true', 'must be one value, without brackets'],
    ['tag[a]=new', 'must be one tag or several, such as tag=new or tag=new&tag=summer'],
    ['price[]=1', 'must be a range: price[gte], price[lte] or both, such as price[gte]=1000'],
    ['limit=0', 'must be a whole number from 1 to 100'],
    ['limit=two', 'must be a whole number from 1 to 100'],
    ['price=1..2', 'must be a range: price[gte], price[lte] or both, such as price[gte]=1000'],
    ['price[from]=1', 'is not a parameter of this route'],
  ])('reports that %s is wrong: it %s', async (query, message) => {
    const { errors } = await app.get<{ errors: { message: string }[] }>(`?${query}`, 400);
    expect(errors.map((error) => error.message)).toEqual([message]);
  });

  test('names the sort, field or expansion that is unknown', async () => {
    const { detail } = await app.get<{ detail: string }>('?fields=title,secret', 400);
    expect(detail).toContain('"secret"');
  });
});

async function fill({ ctx }: CatalogApp): Promise<void> {
  const apparel = await createCategory(ctx, 'apparel');
  const shirts = await createCategory(ctx, 'shirts', apparel);
  // Begins like "apparel" without being below it.
  await createCategory(ctx, 'apparel-extra');
  const summer = await createCollection(ctx, 'summer');
  const store = await createLocation(ctx, 'store');
  const warehouse = await createLocation(ctx, 'warehouse', 1);
  const day = (n: number) => new Date(Date.UTC(2026, 0, n));
  await createProduct(ctx, {
    handle: 'shirt',
    title: 'Linen shirt in crème',
    vendor: 'Acme',
    type: 'Top',
    createdAt: day(1),
    categories: [shirts.id],
    variants: [{ prices: { USD: 3000 }, stock: { [store]: 0, [warehouse]: 1 } }],
  });
  await createProduct(ctx, {
    handle: 'tee',
    title: 'Basic T-Shirt',
    vendor: 'Acme',
    type: 'Top',
    tags: ['new', 'cotton'],
    createdAt: day(2),
    categories: [shirts.id],
    collections: [summer],
    variants: [{ prices: { USD: 1500, EUR: 1400 }, stock: 0 }, { prices: { USD: 2000 } }],
  });
  await createProduct(ctx, {
    handle: 'cap',
    title: 'sun cap',
    description: '<p>Made of <b>linen</b>.</p>',
    vendor: 'Hatters',
    createdAt: day(3),
    categories: [apparel.id],
    collections: [summer],
    variants: [{ prices: { USD: 900 }, stock: 0, inventoryPolicy: 'continue' }],
  });
  await createProduct(ctx, {
    handle: 'boots',
    title: 'Ärmel & Walking Boots',
    description: '<p class="intro">Waterproof</p>',
    tags: ['new'],
    createdAt: day(4),
    variants: [{ prices: { USD: 9000 }, stock: 0 }],
  });
  for (const status of ['draft', 'archived'] as const) {
    await createProduct(ctx, {
      handle: status,
      title: `Linen shirt (${status})`,
      vendor: 'Acme',
      status,
      tags: ['new'],
      categories: [shirts.id],
    });
  }
}
