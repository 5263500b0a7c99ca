import { composedStatement } from '../../src/db/statement.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import type { StockLine } from '../../src/services/inventory.service.ts';
import type { Context } from '../../src/kernel/context.ts';
import { newId } from '../../src/kernel/ids.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createLocation, createProduct, type VariantInput } from '../helpers/catalog.ts';

let app: TestApp;
let near: string;
let far: string;

beforeAll(async () => {
  app = await startTestApp();
  // The order of the locations' ids is not that of their priorities.
  far = await createLocation(app.ctx, 'far', 2);
  near = await createLocation(app.ctx, 'near', 1);
});

afterAll(() => app.close());

async function createVariant(variant: VariantInput): Promise<string> {
  const { variantIds } = await createProduct(app.ctx, { variants: [variant] });
  return variantIds[0] ?? '';
}

const insertOrder = composedStatement<{ cartId: string; id: string }>(
  'test.order',
  `WITH cart AS (
     INSERT INTO carts (id, currency, expires_at) VALUES (:cartId, 'USD', now()) RETURNING id
   )
   INSERT INTO orders (id, cart_id, currency, email, subtotal, discount, shipping, tax, total,
     tax_inclusive, billing_address, token_hash)
   SELECT :id, id, 'USD', 'ada@example.com', 0, 0, 0, 0, 0, false, '{}', '' FROM cart`,
);

/** An order that reserves these lines. @returns its id. */
async function orderOf(lines: StockLine[], ctx: Context = app.ctx): Promise<string> {
  const id = newId('order');
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(insertOrder, { cartId: newId('cart'), id });
    await app.container.services.inventory.reserve(ctx, id, lines);
  });
  return id;
}

/** on hand / reserved, by location. */
async function levels(variantId: string) {
  const rows = await app.ctx.db.prisma.stockLevel.findMany({ where: { variantId } });
  const text = (id: string) => {
    const row = rows.find(({ locationId }) => locationId === id);
    return row && `${row.onHand}/${row.reserved}`;
  };
  return { near: text(near), far: text(far) };
}

describe('Stock', () => {
  test('is reserved at the locations in the order of their priority', async () => {
    const variantId = await createVariant({ stock: { [near]: 2, [far]: 5 } });
    const order = await orderOf([{ variantId, quantity: 4 }]);
    expect(await levels(variantId)).toEqual({ near: '2/2', far: '5/2' });
    await app.container.services.inventory.commit(app.ctx, order);
    expect(await levels(variantId)).toEqual({ near: '0/0', far: '3/0' });
    const movements = await app.ctx.db.prisma.stockMovement.findMany({ where: { orderId: order } });
    expect(movements.map(({ delta, reason }) => [reason, delta])).toEqual([
      ['sale', -2],
      ['sale', -2],
    ]);
  });

  test('that is reserved can be released, once', async () => {
    const variantId = await createVariant({ stock: { [near]: 2, [far]: 5 } });
    const order = await orderOf([{ variantId, quantity: 7 }]);
    const { inventory } = app.container.services;
    await inventory.release(app.ctx, order);
    await inventory.release(app.ctx, order);
    await inventory.commit(app.ctx, order);
    expect(await levels(variantId)).toEqual({ near: '2/0', far: '5/0' });
  });

  test('that is sold can be restocked, once', async () => {
    const variantId = await createVariant({ stock: { [near]: 2, [far]: 5 } });
    const order = await orderOf([{ variantId, quantity: 3 }]);
    const { inventory } = app.container.services;
    await inventory.commit(app.ctx, order);
    await inventory.restock(app.ctx, order);
    await inventory.restock(app.ctx, order);
    expect(await levels(variantId)).toEqual({ near: '2/0', far: '5/0' });
  });

  test('is reserved for all lines or none, and lines of one variant count together', async () => {
    const plenty = await createVariant({ stock: { [near]: 9 } });
    const scarce = await createVariant({ stock: { [near]: 3 } });
    const refused = orderOf([
      { variantId: plenty, quantity: 1 },
      { variantId: scarce, quantity: 2 },
      { variantId: scarce, quantity: 2 },
    ]);
    await expect(refused).rejects.toMatchObject({
      code: 'out_of_stock',
      errors: [{ path: 'items.1.quantity' }, { path: 'items.2.quantity' }],
      extensions: { shortages: [{ variantId: scarce, requested: 4, available: 3 }] },
    });
    expect(await levels(plenty)).toMatchObject({ near: '9/0' });
  });

  test('leaves the transaction usable when there is not enough', async () => {
    const variantId = await createVariant({ stock: { [near]: 1 } });
    await inTransaction(app.ctx, async (ctx) => {
      await expect(orderOf([{ variantId, quantity: 2 }], ctx)).rejects.toMatchObject({
        code: 'out_of_stock',
      });
      await orderOf([{ variantId, quantity: 1 }], ctx);
    });
    expect(await levels(variantId)).toMatchObject({ near: '1/1' });
  });

  test('of a variant without a stock level is zero', async () => {
    const variantId = await createVariant({ stock: {} });
    await expect(orderOf([{ variantId, quantity: 1 }])).rejects.toMatchObject({
      extensions: { shortages: [{ variantId, requested: 1, available: 0 }] },
    });
  });

  test('is unlimited where it is not tracked', async () => {
    const variantId = await createVariant({ inventoryTracked: false });
    const order = await orderOf([{ variantId, quantity: 1000 }]);
    expect(await app.ctx.db.prisma.reservation.count({ where: { orderId: order } })).toBe(0);
  });

  test('is reserved once per order and location, also by a repeated request', async () => {
    const variantId = await createVariant({ stock: { [near]: 9 } });
    const order = await orderOf([{ variantId, quantity: 2 }]);
    const { inventory } = app.container.services;
    await expect(
      inventory.reserve(app.ctx, order, [{ variantId, quantity: 2 }]),
    ).rejects.toMatchObject({ constraint: 'reservations_one_live' });
    expect(await levels(variantId)).toMatchObject({ near: '9/2' });
    // Released stock may be reserved again.
    await inventory.release(app.ctx, order);
    await inventory.reserve(app.ctx, order, [{ variantId, quantity: 3 }]);
    expect(await levels(variantId)).toMatchObject({ near: '9/3' });
  });
});

describe('A variant on backorder', () => {
  test('is sold beyond its stock, and the units owed are recorded', async () => {
    const variantId = await createVariant({
      stock: { [near]: 1, [far]: 2 },
      inventoryPolicy: 'continue',
    });
    const order = await orderOf([{ variantId, quantity: 10 }]);
    expect(await levels(variantId)).toEqual({ near: '1/8', far: '2/2' });
    const { inventory } = app.container.services;
    await inventory.commit(app.ctx, order);
    expect(await levels(variantId)).toEqual({ near: '0/0', far: '0/0' });
    const reservations = await app.ctx.db.prisma.reservation.findMany({
      where: { orderId: order },
      orderBy: { backordered: 'asc' },
    });
    expect(reservations.map(({ backordered }) => backordered)).toEqual([0, 7]);
    await inventory.restock(app.ctx, order);
    expect(await levels(variantId)).toEqual({ near: '1/0', far: '2/0' });
  });

  test('is not sold further once its policy is deny, though units are owed', async () => {
    const variantId = await createVariant({ stock: { [near]: 1 }, inventoryPolicy: 'continue' });
    const owed = await orderOf([{ variantId, quantity: 3 }]);
    const { prisma } = app.ctx.db;
    await prisma.variant.update({ where: { id: variantId }, data: { inventoryPolicy: 'deny' } });
    // The level still allows more reservations than its stock.
    const refused = { code: 'out_of_stock', extensions: { shortages: [{ available: 0 }] } };
    await expect(orderOf([{ variantId, quantity: 1 }])).rejects.toMatchObject(refused);
    await app.container.services.inventory.release(app.ctx, owed);
    await orderOf([{ variantId, quantity: 1 }]);
    await expect(orderOf([{ variantId, quantity: 1 }])).rejects.toMatchObject(refused);
    expect(await levels(variantId)).toMatchObject({ near: '1/1' });
  });
});
