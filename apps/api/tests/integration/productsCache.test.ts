import { inTransaction } from '../../src/db/transaction.ts';
import type { Product } from '../../src/validators/products.validator.ts';
import { createCategory, createProduct, type CreatedProduct } from '../helpers/catalog.ts';
import { startCatalogApp, type CatalogApp } from '../helpers/catalogApp.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';

/** The time limit for a change to be visible everywhere. */
const SOON_MS = 1000;

describe('The catalogue of two processes', () => {
  let database: TestDatabase;
  let here: CatalogApp;
  let there: CatalogApp;
  let product: CreatedProduct;
  let other: CreatedProduct;

  beforeAll(async () => {
    database = await createTestDatabase();
    here = await startCatalogApp(database.url);
    there = await startCatalogApp(database.url);
    product = await createProduct(here.ctx, { handle: 'lamp', title: 'Lamp' });
    other = await createProduct(here.ctx, { handle: 'chair', title: 'Chair' });
    await settled();
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  const lampThere = async () => (await there.get<{ data: Product }>('/lamp')).data;

  /** Waits until both processes have received the notifications of earlier writes. */
  async function settled(): Promise<void> {
    for (const app of [here, there]) {
      const title = `Lamp ${Math.random()}`;
      await app.get('/lamp');
      await app.ctx.db.prisma.product.update({ where: { id: product.id }, data: { title } });
      await eventually(
        async () => (await here.get<{ data: Product }>('/lamp')).data.title === title,
      );
      await eventually(async () => (await lampThere()).title === title);
    }
  }

  test.each(['', '?q=lamp&sort=price&count=true', '?inStock=true&limit=1', '/lamp'])(
    'queries the database once for %j, and then not at all',
    async (path) => {
      here.clearCache();
      expect(await here.statements(path)).toBe(1);
      expect(await here.statements(path)).toBe(0);
    },
  );

  test('treats differently written queries for the same list as one', async () => {
    here.clearCache();
    await here.get('?tag=a,b&fields=title,id&sort=-createdAt');
    expect(await here.statements('?fields=id,title&tag=b&tag=a&currency=USD&limit=20')).toBe(0);
  });

  test('queries once for a hundred concurrent requests', async () => {
    here.clearCache();
    const costs = await Promise.all(Array.from({ length: 100 }, () => here.statements('?limit=7')));
    expect(costs.reduce((sum, cost) => sum + cost)).toBe(1);
  });

  test('shows a new price everywhere within a second', async () => {
    const [variantId = ''] = product.variantIds;
    for (const amount of [2500, 2600]) {
      await there.get('?sort=price');
      expect((await lampThere()).priceRange?.min.amount).not.toBe(amount);
      await here.ctx.db.prisma.price.update({
        where: { variantId_currency: { variantId, currency: 'USD' } },
        data: { amount },
      });
      await eventually(async () => (await lampThere()).priceRange?.min.amount === amount, SOON_MS);
      await eventually(async () => {
        const { data } = await there.get('?sort=price');
        return data.find(({ id }) => id === product.id)?.priceRange?.min.amount === amount;
      }, SOON_MS);
    }
  });

  test('shows a sold-out variant and a new text everywhere', async () => {
    const [variantId = ''] = product.variantIds;
    expect((await lampThere()).available).toBe(true);
    await here.ctx.db.prisma.stockLevel.updateMany({
      where: { variantId },
      data: { reserved: 10 },
    });
    await eventually(async () => !(await lampThere()).available, SOON_MS);
    const data = { description: 'Sold out' };
    await here.ctx.db.prisma.product.update({ where: { id: product.id }, data });
    await eventually(async () => (await lampThere()).description === 'Sold out', SOON_MS);
  });

  test('keeps the page of a product when another changes, and drops the lists', async () => {
    await settled();
    await there.get('/lamp');
    const title = 'Stool';
    await here.ctx.db.prisma.product.update({ where: { id: other.id }, data: { title } });
    await eventually(
      async () => (await there.get('?limit=3')).data.some((one) => one.title === title),
      SOON_MS,
    );
    expect(await there.statements('/lamp')).toBe(0);
  });

  test('hides an archived product, and shows a new one', async () => {
    await there.get('/chair');
    const data = { status: 'archived' as const };
    await here.ctx.db.prisma.product.update({ where: { id: other.id }, data });
    await eventually(
      async () => (await there.api.get('/api/v1/products/chair')).status === 404,
      SOON_MS,
    );
    expect((await there.get('?q=sofa')).data).toEqual([]);
    await createProduct(here.ctx, { title: 'Sofa' });
    await eventually(async () => (await there.get('?q=sofa')).data.length === 1, SOON_MS);
  });

  test('shows a new category and its new name', async () => {
    const { id } = await createCategory(here.ctx, 'lamps');
    await here.ctx.db.prisma.productCategory.create({
      data: { productId: product.id, categoryId: id },
    });
    await eventually(async () => (await lampThere()).categories.length === 1, SOON_MS);
    await here.ctx.db.prisma.category.update({ where: { id }, data: { name: 'Lights' } });
    await eventually(async () => (await lampThere()).categories[0]?.name === 'Lights', SOON_MS);
    const { body } = await there.api.get('/api/v1/categories');
    expect(body.data).toMatchObject([{ name: 'Lights' }]);
  });

  test('shows changes that happened while it could not listen', async () => {
    await there.get('/lamp');
    const deafen = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    const title = 'Lamp, renamed unheard';
    await inTransaction(here.ctx, async ({ db }) => {
      await db.prisma.$queryRawUnsafe(deafen);
      await db.prisma.product.update({ where: { id: product.id }, data: { title } });
    });
    expect(await eventually(async () => (await lampThere()).title === title)).toBe(true);
  });
});
