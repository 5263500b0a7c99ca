import { createProduct } from '../helpers/catalog.ts';
import { placeOrder, type PlacedOrder } from '../helpers/orders.ts';
import type { Line } from '../helpers/salesApp.ts';
import type { CrashShop } from './crashShop.ts';

const STOCK = 10;
const QUANTITY = 2;

/** Variants that no test has used yet. */
const untouched = new WeakMap<CrashShop, string[]>();

/** A variant that no other test uses. */
async function goodsOfItsOwn(shop: CrashShop): Promise<Line[]> {
  const left = untouched.get(shop) ?? [];
  if (left.length === 0) left.push(...(await stockUp(shop)));
  untouched.set(shop, left);
  return [{ variantId: left.pop() ?? '', quantity: QUANTITY }];
}

async function stockUp({ ctx }: CrashShop): Promise<string[]> {
  const variants = Array.from({ length: 50 }, () => ({ stock: STOCK }));
  return (await createProduct(ctx, { variants })).variantIds;
}

/** A cart with such a variant. */
export async function cartOfItsOwn(shop: CrashShop): Promise<string> {
  return shop.readyCart(await goodsOfItsOwn(shop));
}

/** An order of such a variant. */
export async function orderOfItsOwn(shop: CrashShop): Promise<PlacedOrder> {
  return placeOrder(shop, await goodsOfItsOwn(shop));
}

/** Pays as a browser does, and waits until the shop has recorded it. @throws when Stripe refuses. */
export async function payOrder(shop: CrashShop, { secret }: PlacedOrder): Promise<void> {
  const { status } = await shop.confirm(secret);
  if (status !== 'succeeded') throw new Error(`The payment is ${status}`);
  await waitUntilIdle(shop);
}

/** An order that expired although its payment succeeded: the webhook was late. */
export async function expireDespitePayment(
  { ctx, container }: CrashShop,
  orderId: string,
): Promise<void> {
  const { orders, payments, inventory } = container.services;
  await orders.transition(ctx, orderId, { order: 'expired', reason: 'for the test' });
  await payments.cancelLocal(ctx, orderId);
  await inventory.release(ctx, orderId);
}

/** The same, and another order has bought the stock. */
export async function expireAndSellOut(shop: CrashShop, orderId: string): Promise<void> {
  const [line] = await shop.container.services.orders.lines(shop.ctx, orderId);
  await expireDespitePayment(shop, orderId);
  const goods = [{ variantId: line?.variantId ?? '', quantity: STOCK - QUANTITY + 1 }];
  await placeOrder(shop, goods, { provider: 'manual' });
}

/** Delivers Stripe's pending webhooks, and runs the jobs. */
export async function waitUntilIdle(shop: CrashShop): Promise<void> {
  do await shop.heard();
  while ((await shop.runJobs()) > 0);
}
