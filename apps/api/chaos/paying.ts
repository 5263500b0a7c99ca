import { randomUUID } from 'node:crypto';
import type { PlacedOrder } from './checkout.ts';
import type { Purchase } from './notes.ts';
import type { Habit } from './habits.ts';
import type { ShopperTools } from './shopperTools.ts';

/** Stripe's test payment methods (https://docs.stripe.com/testing), by habit. */
const methods: Partial<Record<Habit, readonly string[]>> = {
  authenticates: ['pm_card_authenticationRequired'],
  'pays by bank': ['pm_usBankAccount_success'],
  'pays, then disputes it': ['pm_card_createDispute', 'pm_usBankAccount_dispute'],
  'pays with what no refund reaches': ['pm_card_refundFail'],
};

/** Pays at Stripe with the client secret, as a shopper does. */
export async function pay(
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
  let status = await browser.pay(payable, random.pick(methods[habit] ?? ['pm_card_visa']));
  if (status === 'requires_action') {
    status = await browser.authenticate(payable, random.chance(0.8) ? 'complete' : 'fail');
  }
  purchase.paid = status === 'succeeded' || status === 'processing';
}

/** Asks the shop for an order's payment; undefined when it can no longer be paid. */
export async function askForSecret(
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
