import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { buildCart, secondTab } from './cart.ts';
import { checkOut, type PlacedOrder } from './checkout.ts';
import { drawn, type Habit } from './habits.ts';
import { madeOrder, type Purchase } from './notes.ts';
import { askForSecret, pay } from './paying.ts';
import type { ShopperTools } from './shopperTools.ts';

/** Buys one cart after another until the selling ends. */
export async function runShopper(index: number, tools: ShopperTools): Promise<void> {
  const { random, closing } = tools;
  while (!closing.aborted) {
    await buyOnce(index, tools);
    await delay(random.between(50, 1500), undefined, { signal: closing }).catch(() => undefined);
  }
}

async function buyOnce(shopper: number, tools: ShopperTools): Promise<void> {
  const { random, notes } = tools;
  const cart = await buildCart(tools);
  if (!cart) return;
  const purchase: Purchase = {
    shopper,
    cartId: cart.id,
    tries: [],
    paid: false,
    toldCanceled: false,
  };
  notes.purchases.push(purchase);
  const otherTab = random.chance(0.25) ? secondTab(cart, tools) : undefined;
  const placed = await checkOut(purchase, cart, tools);
  await otherTab;
  if (placed) await goOn(purchase, placed, random.pick(drawn), tools);
}

async function goOn(
  purchase: Purchase,
  placed: PlacedOrder,
  habit: Habit,
  tools: ShopperTools,
): Promise<void> {
  const { random, closing } = tools;
  if (madeOrder(purchase)?.body.paymentProvider === 'manual') {
    if (random.chance(0.4)) await cancel(purchase, tools);
    return;
  }
  // Gift cards have paid all of it.
  if (purchase.paid) return random.chance(0.1) ? cancel(purchase, tools) : undefined;
  if (habit === 'never pays') return;
  if (habit === 'cancels') return cancel(purchase, tools);
  if (habit === 'pays late') {
    await delay(random.between(50, 110) * 1000, undefined, { signal: closing }).catch(
      () => undefined,
    );
  }
  const secret = placed.payment.clientSecret ?? (await askForSecret(purchase, tools));
  if (secret === undefined) return;
  const paying = pay(purchase, secret, habit, tools);
  if (habit === 'cancels while paying') await Promise.all([paying, cancel(purchase, tools)]);
  else await paying;
  if (habit === 'pays, then cancels') await cancel(purchase, tools);
}

async function cancel(purchase: Purchase, { client, notes }: ShopperTools): Promise<void> {
  const { order } = purchase;
  if (!order) return;
  const answer = await client.send({
    method: 'POST',
    path: `/api/v1/orders/${order.id}/cancel`,
    headers: { 'Idempotency-Key': randomUUID(), 'X-Order-Token': order.token },
  });
  if (answer.status === 200) purchase.toldCanceled = true;
  else if (answer.body.code !== 'state_conflict') {
    notes.surprises.push(`${order.id} could not be canceled: ${answer.text}`);
  }
}
