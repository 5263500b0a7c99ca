import { createProduct } from '../helpers/catalog.ts';
import { startSalesApp, type SalesApp } from '../helpers/salesApp.ts';

const MINUTES = 30;

let shop: SalesApp;
let variantIds: string[];

beforeAll(async () => {
  shop = await startSalesApp({
    env: {
      MAX_LINE_QUANTITY: '10',
      MAX_ORDER_QUANTITY: '15',
      UNPAID_ORDERS_PER_ADDRESS: '4',
      UNPAID_ORDERS_PER_EMAIL: '2',
      RESERVATION_MINUTES: String(MINUTES),
      TRUST_PROXY: '1',
    },
  });
  const variants = [{ stock: 1000 }, { stock: 1000 }];
  ({ variantIds } = await createProduct(shop.ctx, { variants }));
});
afterAll(() => shop.close());

const item = (index: number, quantity: number) => ({
  variantId: variantIds[index] ?? '',
  quantity,
});
const sql = (text: string, values: unknown[] = []) =>
  shop.container.database.pool.query(text, values);

describe('The limits of quantity', () => {
  test('refuse a cart that exceeds them, naming the line', async () => {
    const { body } = await shop.api
      .post('/api/v1/carts')
      .send({ items: [item(0, 1), item(1, 11)] })
      .expect(422);
    expect(body).toMatchObject({
      code: 'cart_limit_exceeded',
      errors: [{ path: 'items.1.quantity', code: 'too_big' }],
    });
    const cart = await shop.api.post('/api/v1/carts').send({ items: [item(0, 10)] });
    const path = `/api/v1/carts/${cart.body.data.id}/items`;
    const more = await shop.api.post(path).send(item(1, 6)).expect(422);
    expect(more.body.errors).toMatchObject([{ path: 'quantity', code: 'too_big' }]);
    await shop.api.post(path).send(item(1, 5)).expect(201);
  });

  test('refuse an older cart at checkout, and allow smaller quantities', async () => {
    const cartId = await shop.readyCart([item(0, 10), item(1, 5)]);
    await sql('UPDATE cart_items SET quantity = quantity + 10 WHERE cart_id = $1', [cartId]);
    const { body } = await shop.checkout(cartId).expect(422);
    expect(body.code).toBe('cart_limit_exceeded');
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'items.0.quantity',
      'items.1.quantity',
      'items',
    ]);
    const path = `/api/v1/carts/${cartId}`;
    await shop.api.patch(path).send({ email: 'eve@example.com' }).expect(200);
    await shop.api
      .patch(path)
      .send({ items: [item(0, 12), item(1, 1)] })
      .expect(200);
    await shop.checkout(cartId).expect(422);
  });
});

describe('Unpaid orders', () => {
  let people = 0;
  const someone = () => `shopper-${++people}@example.com`;

  async function checkout(email: string, address: string, key?: string) {
    const cartId = await shop.readyCart([item(0, 1)], { email });
    return shop.checkout(cartId, undefined, key).set('X-Forwarded-For', address);
  }

  test('of one e-mail address are limited, and the refusal is temporary', async () => {
    const email = someone();
    const first = await checkout(email, '198.51.100.1').then(({ body }) => body.data);
    expect((await checkout(email, '198.51.100.2')).status).toBe(201);
    const cartId = await shop.readyCart([item(0, 1)], { email });
    const refused = await shop.checkout(cartId, undefined, 'third');
    expect([refused.status, refused.body.code, refused.body.errors[0].code]).toEqual([
      429,
      'rate_limited',
      'too_many_unpaid_orders',
    ]);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(60 * (MINUTES - 2));
    expect(seconds).toBeLessThanOrEqual(60 * MINUTES);
    expect((await checkout(someone(), '198.51.100.1')).status).toBe(201);
    await shop.api
      .post(`/api/v1/orders/${first.order.id}/cancel`)
      .set({ 'X-Order-Token': first.orderToken, 'Idempotency-Key': 'away' })
      .send({})
      .expect(200);
    await shop.checkout(cartId, undefined, 'third').expect(201);
  });

  test('of one client address are counted whatever e-mail address they have, and paid ones are not', async () => {
    const address = '2001:db8:7::1';
    const orderIds: string[] = [];
    for (let count = 0; count < 4; count++) {
      const { status, body } = await checkout(someone(), address);
      expect(status).toBe(201);
      orderIds.push(body.data.order.id);
    }
    const refused = await checkout(someone(), '2001:db8:7::2');
    expect([refused.status, refused.body.errors[0].path]).toEqual([429, 'client']);
    expect((await checkout(someone(), '2001:db8:8::1')).status).toBe(201);
    await sql(
      `UPDATE orders SET payment_status = 'paid', status = 'confirmed', expires_at = NULL,
         look_at = NULL WHERE id = $1`,
      [orderIds[0]],
    );
    expect((await checkout(someone(), address)).status).toBe(201);
    expect((await checkout(someone(), address)).status).toBe(429);
  });

  test('of buyers whom a storefront’s server names are counted for each buyer', async () => {
    const order = async (buyer: string) => {
      const cartId = await shop.readyCart([item(0, 1)], { email: someone() });
      const { status } = await shop.checkout(cartId).set({
        Authorization: `Bearer ${shop.container.config.auth.adminApiKey}`,
        'X-Buyer-Address': buyer,
        'X-Forwarded-For': '192.0.2.250',
      });
      return status;
    };
    for (let count = 0; count < 4; count++) expect(await order('203.0.113.200')).toBe(201);
    expect(await order('203.0.113.200')).toBe(429);
    expect(await order('203.0.113.201')).toBe(201);
    expect((await checkout(someone(), '203.0.113.200')).status).toBe(429);
  });

  test('do not store the client address', async () => {
    await checkout(someone(), '203.0.113.77');
    const { rows } = await sql(`SELECT orders::text AS text FROM orders`);
    expect(JSON.stringify(rows)).not.toContain('203.0.113.77');
  });

  test('stay within the limit when many are placed at the same moment', async () => {
    const email = someone();
    const carts = await Promise.all(
      Array.from({ length: 8 }, () => shop.readyCart([item(0, 1)], { email })),
    );
    const answers = await Promise.all(
      carts.map((cartId, index) =>
        shop.checkout(cartId).set('X-Forwarded-For', `192.0.2.${index}`),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 201, 429, 429, 429, 429, 429, 429,
    ]);
  });

  test('that expire send a mail only to those who had begun to pay', async () => {
    const wanted = async (begin: (secret: string) => Promise<unknown>) => {
      const { body } = await checkout(someone(), `192.0.2.${100 + people}`);
      const { order, payment } = body.data;
      await begin(payment.clientSecret);
      await sql(
        `UPDATE orders SET expires_at = now() - interval '1 minute',
           look_at = now() - interval '1 minute' WHERE id = $1`,
        [order.id],
      );
      await shop.container.services.checkout.expireDue(shop.ctx);
      const { rows } = await sql(
        `SELECT j.payload ->> 'mail' AS mail FROM graphile_worker._private_jobs j
         WHERE j.payload -> 'about' ->> 'orderId' = $1 AND j.payload ->> 'mail' = 'order.expired'`,
        [order.id],
      );
      return rows;
    };
    expect(await wanted(() => Promise.resolve())).toEqual([]);
    const decline = (secret: string) => shop.confirm(secret, 'pm_card_chargeDeclined');
    expect(await wanted(decline)).toEqual([{ mail: 'order.expired' }]);
  });
});
