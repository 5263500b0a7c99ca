import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../src/config/demo.ts';
import type { Answer, Client } from './client.ts';
import type { AskedRefund, Notes, Purchase } from './notes.ts';
import type { Random } from './random.ts';

export interface AdminTools {
  client: Client;
  random: Random;
  notes: Notes;
  /** Aborts when no further refund is to be asked for. */
  closing: AbortSignal;
}

/** Of the orders that were paid, how many are refunded, in part or in full, once or several times. */
const SHARE = 0.15;

/** Staff may refuse to pay back what is gone already. */
const expected = ['state_conflict', 'refund_exceeds_payment', 'refund_not_possible'];

const authorization = { Authorization: `Bearer ${demo.adminApiKey}` };

/** What staff read of an order. */
interface Order {
  items: { id: string; quantity: number }[];
}

/** Refunds orders at random while they come in. */
export async function refundSome(tools: AdminTools): Promise<void> {
  const { random, notes, closing } = tools;
  let seen = 0;
  while (!closing.aborted) {
    await delay(500, undefined, { signal: closing }).catch(() => undefined);
    const paid = notes.purchases.filter((purchase) => purchase.paid);
    const chosen = paid.slice(seen).filter(() => random.chance(SHARE));
    seen = paid.length;
    await Promise.all(chosen.map((purchase) => refund(purchase, tools)));
  }
}

async function refund(purchase: Purchase, tools: AdminTools): Promise<void> {
  const { random } = tools;
  // Two clerks at the same order.
  const clerks = random.chance(0.3) ? 2 : 1;
  await Promise.all(Array.from({ length: clerks }, () => askFor(purchase, tools)));
}

async function askFor({ order }: Purchase, { client, random, notes }: AdminTools): Promise<void> {
  if (!order) return;
  const { body } = await client.send({
    method: 'GET',
    path: `/api/v1/orders/${order.id}`,
    headers: { 'X-Order-Token': order.token },
  });
  const asked: AskedRefund = {
    orderId: order.id,
    key: randomUUID(),
    body: { reason: 'requested_by_customer', ...extent(order.total, body.data as Order, random) },
  };
  notes.refunds.push(asked);
  const send = () => client.send(refundRequest(asked));
  const answers = await Promise.all(random.chance(0.2) ? [send(), send()] : [send()]);
  note(asked, answers, notes);
}

/** The request, the same each time it is sent. */
export function refundRequest({ orderId, key, body }: AskedRefund) {
  return {
    method: 'POST' as const,
    path: `/api/v1/admin/orders/${orderId}/refunds`,
    body,
    headers: { ...authorization, 'Idempotency-Key': key },
  };
}

/** How much goes back: some money, a line of goods, or all there is. */
function extent(total: { amount: number; currency: string }, order: Order, random: Random): object {
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

function note(asked: AskedRefund, [first, ...others]: Answer[], notes: Notes): void {
  if (!first) return;
  asked.answer = { status: first.status, text: first.text };
  if (others.some(({ text }) => text !== first.text)) {
    notes.surprises.push(`Two answers to the key ${asked.key}: ${first.text} ${others[0]?.text}`);
  }
  if (first.status !== 201 && !expected.includes(first.body.code ?? '')) {
    notes.surprises.push(`The refund of ${asked.orderId} was refused: ${first.text}`);
  }
}

/** Whether this version of the shop knows refunds by staff. */
export async function canRefund(base: string): Promise<boolean> {
  const answer = await fetch(`${base}/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, unknown> };
  return Object.keys(paths).some((path) => path.endsWith('/admin/orders/{orderId}/refunds'));
}
