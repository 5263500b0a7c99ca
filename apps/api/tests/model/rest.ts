import { doctor } from '../helpers/doctor.ts';
import { storedOrder } from '../helpers/orders.ts';
import { decide, type Real } from './acts.ts';
import type { End, OrderModel } from './order.ts';
import { listAtStripe } from './stage.ts';

/** The number of rounds after which nothing may be pending. */
const LOOKS = 12;

/** How pending work ends after the last act. */
export interface Outcome {
  /** Whether the banks decide for the shop. */
  readonly isWon: boolean;
  /** Whether the webhooks arrive, or only the reconciliation runs. */
  readonly hears: boolean;
}

/** Lets banks decide, webhooks arrive and jobs run until nothing is pending. */
export async function waitUntilIdle(
  model: OrderModel,
  real: Real,
  outcome: Outcome,
): Promise<void> {
  const { stage, placed } = real;
  for (let look = 1; look <= LOOKS; look++) {
    await decide(model, real, outcome.isWon);
    if (outcome.hears && model.isPaid) {
      for (const what of ['payment', 'disputes', 'refunds'] as const)
        await stage.deliver(placed, what);
    } else await stage.reconcile();
    while (await stage.runJob());
    await stage.expire(placed);
    if ((await openOf(real)).length === 0 && look > 1) return;
    await stage.sweep();
  }
}

/** The pending work, as text. */
async function openOf({ stage, placed: { orderId } }: Real): Promise<string[]> {
  const { rows } = await stage.shop.container.database.pool.query<{ what: string }>(
    `SELECT 'the order is pending' AS what FROM orders WHERE id = $1 AND status = 'pending'
     UNION ALL
     SELECT format('the transfer %s is %s', t.id, t.status) FROM refund_transfers t
     JOIN refunds r ON r.id = t.refund_id
     WHERE r.order_id = $1 AND t.status IN ('pending', 'waiting')
     UNION ALL
     SELECT format('a job %s is left', t.identifier) FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier NOT LIKE 'email.%'`,
    [orderId],
  );
  return rows.map(({ what }) => what);
}

/** The final state of the order. */
export async function endOf(model: OrderModel, real: Real): Promise<End> {
  const { shop } = real.stage;
  const { prisma } = shop.ctx.db;
  const { orderId, intentId } = real.placed;
  const order = await storedOrder(shop, { orderId });
  const made = await listAtStripe(shop, 'refunds', intentId);
  const item = await prisma.orderItem.findFirstOrThrow({ where: { orderId } });
  const level = await prisma.stockLevel.findFirstOrThrow({ where: { variantId: item.variantId } });
  const refunds = await prisma.refund.findMany({ where: { orderId } });
  const subjectId = { in: [orderId, ...refunds.map(({ id }) => id)] };
  const sumOf = (figure: 'captured' | 'refunded' | 'disputed' | 'refunding') =>
    order.payments.reduce((sum, payment) => sum + Number(payment[figure]), 0);
  return {
    status: order.status,
    captured: model.isPaid ? model.total : 0,
    returned: made.reduce((sum, one) => (one.status === 'succeeded' ? sum + one.amount : sum), 0),
    recorded: {
      captured: sumOf('captured'),
      refunded: sumOf('refunded'),
      disputed: sumOf('disputed'),
      refunding: sumOf('refunding'),
    },
    sold: 1 - level.onHand,
    held: level.reserved,
    calls: await prisma.workflow.count({ where: { subjectId, state: 'needs_person' } }),
    unrest: [...(await openOf(real)), ...(await brokenOf(real))],
  };
}

/** The doctor's findings; those that call for a person are counted separately. */
async function brokenOf({ stage }: Real): Promise<string[]> {
  const { findings } = await doctor.examine(stage.shop.ctx);
  return findings
    .filter(({ id, state }) => state === 'broken' && id !== 'W2')
    .map(({ id, offenders }) => `${id}: ${offenders.map(({ wrong }) => wrong).join('; ')}`);
}
