import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { buildCart, secondTab, type Cart } from './cart.ts';
import type { Answer, Client } from './client.ts';
import { madeOrder, type CheckoutTry, type Notes, type Purchase, type ToldOrder } from './notes.ts';
import type { Random } from './random.ts';

export interface ShopperTools {
  client: Client;
  browser: Browser;
  random: Random;
  notes: Notes;
  /** What there is to buy. */
  variants: readonly string[];
  /** Aborts when no new purchase is to be begun. */
  closing: AbortSignal;
}

/** How a shopper goes on after the checkout, and of a hundred how many do. */
const habits = [
  ['pays', 55],
  ['is declined, then pays', 9],
  ['authenticates', 9],
  ['pays by bank', 6],
  ['never pays', 7],
  ['pays late', 4],
  ['cancels', 4],
  ['cancels while paying', 4],
  ['pays, then cancels', 2],
] as const;
type Habit = (typeof habits)[number][0];
const drawn: readonly Habit[] = habits.flatMap(([habit, count]) => Array<Habit>(count).fill(habit));

const MAX_TRIES = 6;

/** What a shopper reads of the answers. */
interface PlacedOrder {
  order: { id: string; number: number; totals: { total: ToldOrder['total'] } };
  payment: { clientSecret?: string };
  orderToken: string;
}

/** Buys, one cart after the other, until the shop closes its doors. */
export async function shopAround(index: number, tools: ShopperTools): Promise<void> {
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

/** Tries to turn the cart into an order; at another price once more, as a shopper who agrees. */
async function checkOut(
  purchase: Purchase,
  cart: Cart,
  { client, random, notes }: ShopperTools,
): Promise<PlacedOrder | undefined> {
  let expectedTotal = cart.totals.total;
  const paymentProvider = random.chance(0.05) ? 'manual' : 'stripe';
  while (purchase.tries.length < MAX_TRIES) {
    const attempt: CheckoutTry = { key: randomUUID(), body: { paymentProvider, expectedTotal } };
    purchase.tries.push(attempt);
    const send = () => client.send(checkoutRequest(purchase.cartId, attempt));
    // A shopper who presses the button twice.
    const [answer, ...others] = await Promise.all(
      random.chance(0.15) ? [send(), send()] : [send()],
    );
    if (others.some(({ text }) => text !== answer.text)) {
      notes.surprises.push(
        `Two answers to the key ${attempt.key}: ${answer.text} ${others[0]?.text}`,
      );
    }
    attempt.answer = { status: answer.status, text: answer.text, code: answer.body.code };
    if (answer.status === 201) return noteOrder(purchase, answer);
    if (answer.body.code !== 'price_changed') {
      if (!['out_of_stock', 'cart_incomplete'].includes(answer.body.code ?? '')) {
        notes.surprises.push(`The checkout of ${purchase.cartId} was refused: ${answer.text}`);
      }
      return undefined;
    }
    const now = (await client.send({ method: 'GET', path: `/api/v1/carts/${cart.id}` })).body.data;
    expectedTotal = (now as Cart).totals.total;
  }
  return undefined;
}

/** The request of a try, the same each time it is sent. */
export function checkoutRequest(cartId: string, { key, body }: CheckoutTry) {
  return {
    method: 'POST' as const,
    path: `/api/v1/carts/${cartId}/checkout`,
    body,
    headers: { 'Idempotency-Key': key },
  };
}

function noteOrder(purchase: Purchase, { body }: Answer): PlacedOrder {
  const placed = body.data as PlacedOrder;
  const { id, number, totals } = placed.order;
  purchase.order = { id, number, token: placed.orderToken, total: totals.total };
  return placed;
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

async function pay(
  purchase: Purchase,
  secret: string,
  habit: Habit,
  tools: ShopperTools,
): Promise<void> {
  const { browser, random } = tools;
  let payable: string | undefined = secret;
  if (habit === 'is declined, then pays') {
    await browser.pay(payable, 'pm_card_chargeDeclined');
    payable = await askForSecret(purchase, tools);
    if (payable === undefined) return;
  }
  let status = await browser.pay(payable, methodOf(habit));
  if (status === 'requires_action') {
    status = await browser.authenticate(payable, random.chance(0.8) ? 'complete' : 'fail');
  }
  purchase.paid = status === 'succeeded' || status === 'processing';
}

function methodOf(habit: Habit): string {
  if (habit === 'authenticates') return 'pm_card_authenticationRequired';
  return habit === 'pays by bank' ? 'pm_usBankAccount_success' : 'pm_card_visa';
}

async function askForSecret(
  { order }: Purchase,
  { client, notes }: ShopperTools,
): Promise<string | undefined> {
  if (!order) return undefined;
  const answer = await client.send({
    method: 'POST',
    path: `/api/v1/orders/${order.id}/payment`,
    headers: { 'Idempotency-Key': randomUUID(), 'X-Order-Token': order.token },
  });
  if (answer.status === 200) return (answer.body.data as PlacedOrder['payment']).clientSecret;
  if (answer.body.code !== 'state_conflict') {
    notes.surprises.push(`No secret for ${order.id}: ${answer.text}`);
  }
  return undefined;
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
