import { newId } from '../../src/kernel/ids.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';
import { createProduct } from '../helpers/catalog.ts';
import { address, startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

let shop: SalesApp;
let variantId = '';
const keys = new Map<string, string>();

beforeAll(async () => {
  shop = await startSalesApp();
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: 50 }] });
  variantId = variantIds[0] ?? '';
  for (const salesChannel of ['web', 'kiosk']) keys.set(salesChannel, await makeKey(salesChannel));
});
afterAll(() => shop.close());

async function makeKey(salesChannel: string): Promise<string> {
  const { body } = await shop.api
    .post('/api/v1/admin/api-keys')
    .set(asStaff)
    .send({ kind: 'publishable', name: salesChannel, salesChannel })
    .expect(201);
  return (body as { data: { key: string } }).data.key;
}

/** The headers of a storefront of a channel; none in the default one. */
const from = (channel?: string): Record<string, string> =>
  channel === undefined ? {} : { 'X-Publishable-Key': keys.get(channel) ?? '' };

async function openCart(headers: Record<string, string>): Promise<string> {
  const { body } = await shop.api
    .post('/api/v1/carts')
    .set(headers)
    .send({ items: [{ variantId, quantity: 1 }] })
    .expect(201);
  return (body as { data: { id: string } }).data.id;
}

const statusOf = async (cartId: string, headers: Record<string, string>) =>
  (await shop.api.get(`/api/v1/carts/${cartId}`).set(headers)).status;

describe('A cart that was opened with a publishable key', () => {
  test('is unknown to the keys of other channels, for reads and writes', async () => {
    const id = await openCart(from('web'));
    expect(await statusOf(id, from('web'))).toBe(200);
    expect(await statusOf(id, from('kiosk'))).toBe(404);
    const patch = shop.api.patch(`/api/v1/carts/${id}`).set(from('kiosk'));
    await patch.send({ email: 'ada@example.com' }).expect(404);
    expect(await statusOf(id, from())).toBe(200);
  });

  test('gives its channel to its order, which staff see and filter by', async () => {
    const { as, customerId } = await signInPerson(shop.container);
    const id = await openCart({ ...from('web'), ...as });
    const details = { email: 'ada@example.com', shippingAddress: address, billingAddress: address };
    const change = { ...details, shippingOptionId: shop.shippingOptionId };
    await shop.api.patch(`/api/v1/carts/${id}`).set(as).send(change).expect(200);
    await shop.api
      .post(`/api/v1/carts/${id}/checkout`)
      .set({ ...as, ...from('web'), 'Idempotency-Key': newId('request') })
      .send({ paymentProvider: 'manual' })
      .expect(201);
    const { id: orderId } = await shop.ctx.db.prisma.order.findFirstOrThrow({
      where: { cartId: id },
    });
    const { body } = await shop.api.get(`/api/v1/admin/orders/${orderId}`).set(asStaff);
    expect((body as { data: object }).data).toMatchObject({ salesChannel: 'web' });
    const found = async (channel: string) => {
      const list = `/api/v1/admin/customers/${customerId}/orders?salesChannel=${channel}`;
      const answer = await shop.api.get(list).set(asStaff).expect(200);
      return (answer.body as { data: { id: string }[] }).data.map((order) => order.id);
    };
    expect([await found('web'), await found('kiosk')]).toEqual([[orderId], []]);
  });
});

test('A cart of the default channel can be used with any key', async () => {
  const id = await openCart(from());
  expect(await statusOf(id, from('web'))).toBe(200);
});

test('Customers have an open cart in each channel', async () => {
  const { as } = await signInPerson(shop.container);
  const ids = [
    await openCart({ ...from('web'), ...as }),
    await openCart({ ...from('kiosk'), ...as }),
  ];
  const own = async (channel: string) => {
    const { body } = await shop.api.get('/api/v1/me/cart').set({ ...as, ...from(channel) });
    return (body as { data: { id: string } }).data.id;
  };
  expect([await own('web'), await own('kiosk')]).toEqual(ids);
});
