import { createProduct } from '../helpers/catalog.ts';
import type { CrashShop } from './crashShop.ts';

/** An order as its shopper knows it. */
export interface Placed {
  orderId: string;
  paymentId: string;
  token: string;
  secret: string;
  intentId: string;
}

export const STOCK = 10;
export const QUANTITY = 2;

/** A cart with goods of which only it takes. */
export async function cartOfItsOwn(shop: CrashShop): Promise<string> {
  const { variantIds } = await createProduct(shop.ctx, { variants: [{ stock: STOCK }] });
  return shop.readyCart([{ variantId: variantIds[0] ?? '', quantity: QUANTITY }]);
}

export async function placeOrder(shop: CrashShop): Promise<Placed> {
  const { body } = await shop.checkout(await cartOfItsOwn(shop)).expect(201);
  return placedOf(body.data);
}

interface CheckoutAnswer {
  order: { id: string };
  payment: { id: string; clientSecret?: string };
  orderToken: string;
}

export function placedOf({ order, payment, orderToken }: CheckoutAnswer): Placed {
  const secret = payment.clientSecret ?? '';
  const [intentId = ''] = secret.split('_secret_');
  return { orderId: order.id, paymentId: payment.id, token: orderToken, secret, intentId };
}

/** Pays as a browser does, and the shop has taken note of it. @throws when Stripe refuses. */
export async function payOrder(shop: CrashShop, { secret }: Placed): Promise<void> {
  const { status } = await shop.confirm(secret);
  if (status !== 'succeeded') throw new Error(`The payment is ${status}`);
  await comeToRest(shop);
}

/** The time to pay is over. */
export async function makeDue(shop: CrashShop, orderId: string): Promise<void> {
  const past = new Date(Date.now() - 1000);
  await shop.ctx.db.prisma.order.updateMany({
    where: { id: orderId, status: 'pending' },
    data: { expiresAt: past, lookAt: past },
  });
}

/** The order was let go although its payment was not: the news of it had crossed the expiry. */
export async function letLapse({ ctx, container }: CrashShop, orderId: string): Promise<void> {
  const { orders, payments, inventory } = container.services;
  await orders.transition(ctx, orderId, { order: 'expired', reason: 'for the test' });
  await payments.endLocal(ctx, orderId);
  await inventory.release(ctx, orderId);
}

/** The same, and somebody else has bought what there was. */
export async function letLapseAndSellOut(shop: CrashShop, orderId: string): Promise<void> {
  const [line] = await shop.container.services.orders.lines(shop.ctx, orderId);
  await letLapse(shop, orderId);
  const items = [{ variantId: line?.variantId ?? '', quantity: STOCK - QUANTITY + 1 }];
  await shop.checkout(await shop.readyCart(items), { paymentProvider: 'manual' }).expect(201);
}

/** Stripe tells the shop what it has not told yet, and the shop does what is to be done. */
export async function comeToRest(shop: CrashShop): Promise<void> {
  await shop.heard();
  await shop.runJobs();
  await shop.heard();
  await shop.runJobs();
}
