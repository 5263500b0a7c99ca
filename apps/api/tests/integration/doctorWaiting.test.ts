import { newId } from '../../src/kernel/ids.ts';
import { createProduct } from '../helpers/catalog.ts';
import { doctor } from '../helpers/doctor.ts';
import { placeOrder, postOrder } from '../helpers/orders.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';
import { asStaff, orderOf } from '../helpers/staff.ts';

let shop: SalesApp;

beforeAll(async () => {
  shop = await startSalesApp();
}, 30_000);

afterAll(() => shop.close());

const asked = (path: string) =>
  shop.api.post(`/api/v1/admin/${path}`).set({ ...asStaff, 'Idempotency-Key': newId('request') });

async function examine() {
  const { healthy, findings } = await doctor.examine(shop.ctx);
  return { healthy, found: findings.filter(({ state }) => state !== 'ok') };
}

test('A canceled order that was paid by hand waits for staff, and the shop is healthy', async () => {
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 5 }] });
  const placed = await placeOrder(shop, variantIds[0] ?? '', { provider: 'manual' });
  await asked(`orders/${placed.orderId}/mark-paid`).send({ note: 'came today' }).expect(200);
  await postOrder(shop, placed, 'cancel').expect(200);
  const [refund] = (await orderOf(shop, placed)).refunds;
  const waiting = await examine();
  expect(waiting).toMatchObject({ healthy: true, found: [{ id: 'W5', state: 'waiting' }] });
  expect(waiting.found[0]?.offenders[0]?.wrong).toContain(
    `refund of ${refund?.id} at transfer: it is to be paid back by hand`,
  );
  const { body } = await shop.api.get('/api/v1/admin/doctor').set(asStaff).expect(200);
  expect(body.data.healthy).toBe(true);
  await asked(`refunds/${refund?.id}/retry`).expect(200);
  expect(await examine()).toEqual({ healthy: true, found: [] });
});
