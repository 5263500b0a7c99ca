import type { PoolClient } from 'pg';
import { createProduct } from '../helpers/catalog.ts';
import { eventually } from '../helpers/eventually.ts';
import { placeOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: SalesApp;
let variantId = '';
const sent: string[] = [];

beforeAll(async () => {
  shop = await startSalesApp({ worker: true });
  const product = await createProduct(shop.ctx, { variants: [{ stock: 5 }] });
  variantId = product.variantIds[0] ?? '';
  recordStatements();
});
beforeEach(() => {
  sent.length = 0;
});
afterAll(() => shop.close());

/** Records the name of each statement that the shop sends. */
function recordStatements(): void {
  const watched = new WeakSet<PoolClient>();
  shop.container.database.pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [config] = args;
      sent.push(typeof config === 'string' ? config : ((config as { name?: string }).name ?? ''));
      return query(...args);
    }) as PoolClient['query'];
  });
}

const byPrisma = () => sent.filter((name) => name.startsWith('prisma_'));

test('the catalogue needs no Prisma', async () => {
  for (const path of ['/shop', '/products', '/categories', '/collections', '/countries/US']) {
    await shop.api.get(`/api/v1${path}`).expect(200);
  }
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(byPrisma()).toEqual([]);
});

test('a purchase, its payment and its mail need no Prisma', async () => {
  const { orderId, token, secret } = await placeOrder(shop, variantId);
  await shop.confirm(secret);
  await eventually(async () => {
    const order = shop.api.get(`/api/v1/orders/${orderId}`).set('X-Order-Token', token);
    return (await order).body.data.paymentStatus === 'paid';
  });
  await eventually(() =>
    sent.some((name) => name.startsWith('email.') || name.startsWith('mails.')),
  );
  expect(sent.length).toBeGreaterThan(30);
  expect(byPrisma()).toEqual([]);
});

test('lists for staff use Prisma', async () => {
  await shop.api.get('/api/v1/admin/disputes').set(asStaff).expect(200);
  expect(byPrisma()).toHaveLength(1);
});
