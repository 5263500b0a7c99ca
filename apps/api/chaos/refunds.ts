import { randomUUID } from 'node:crypto';
import type { Amount, Purchase } from './notes.ts';
import type { Random } from './random.ts';
import { ask, inRounds, read, type StaffTools } from './staff.ts';

const PAUSE_MS = 500;

/** The share of paid orders that are refunded, in part or in full, once or several times. */
const SHARE = 0.2;

/** The share of refunds whose payment the customer's bank disputes at the same moment. */
const DISPUTED = 0.15;

/** A refund may be refused when the money is refunded or disputed already. */
const refusals = ['state_conflict', 'refund_exceeds_payment', 'refund_not_possible'];

/** What staff read of an order. */
interface Order {
  paymentStatus: string;
  items: { id: string; quantity: number }[];
}

/** Refunds orders at random while they come in. */
export async function refundSome(tools: StaffTools): Promise<void> {
  const { random, notes, closing } = tools;
  let seen = 0;
  let chosen: Purchase[] = [];
  await inRounds(PAUSE_MS, closing, async () => {
    const paid = notes.purchases.filter((purchase) => purchase.paid);
    chosen.push(...paid.slice(seen).filter(() => random.chance(SHARE)));
    seen = paid.length;
    const isDone = await Promise.all(chosen.map((purchase) => refund(purchase, tools)));
    chosen = chosen.filter((_purchase, index) => !isDone[index]);
  });
}

/** @returns false when the shop does not know yet that the order is paid: the caller retries later. */
async function refund({ order }: Purchase, tools: StaffTools): Promise<boolean> {
  if (!order) return true;
  const { client, random } = tools;
  const { body } = await client.send({
    method: 'GET',
    path: `/api/v1/orders/${order.id}`,
    headers: { 'X-Order-Token': order.token },
  });
  const seen = body.data as Order;
  // Some request it nevertheless, and are refused.
  if (seen.paymentStatus === 'unpaid' && random.chance(0.95)) return false;
  // Two members of staff refund the same order.
  const clerks = random.chance(0.3) ? 2 : 1;
  const asked = Array.from({ length: clerks }, () => ({
    path: `/api/v1/admin/orders/${order.id}/refunds`,
    key: randomUUID(),
    body: { reason: 'requested_by_customer', ...extent(order.total, seen, random) },
  }));
  const disputed = random.chance(DISPUTED) ? await intentOf(order.id, tools) : undefined;
  await Promise.all([
    ...asked.map((one) => ask('refund', one, tools, refusals)),
    ...(disputed === undefined ? [] : [dispute(disputed, tools)]),
  ]);
  return true;
}

/** Stripe's id of an order's payment. */
async function intentOf(orderId: string, { client }: StaffTools): Promise<string | undefined> {
  const { payments } = await read<{ payments: { providerId: string | null }[] }>(
    client,
    `/api/v1/admin/orders/${orderId}`,
  );
  return payments.find(({ providerId }) => providerId !== null)?.providerId ?? undefined;
}

/** The customer's bank disputes the payment, if any of it is left. */
async function dispute(intentId: string, { stripe }: StaffTools): Promise<void> {
  await stripe.control('POST', `payment_intents/${intentId}/dispute`).catch(() => undefined);
}

/** What is refunded: an amount, a line, or everything. */
function extent(total: Amount, order: Order, random: Random): object {
  if (random.chance(0.3)) return { amount: total };
  if (random.chance(0.5)) {
    return { amount: { ...total, amount: random.between(1, total.amount) } };
  }
  const { id, quantity } = random.pick(order.items);
  return {
    lines: [{ itemId: id, quantity: random.between(1, quantity) }],
    restock: random.chance(0.5),
    ...(random.chance(0.3) && { shipping: true }),
  };
}
