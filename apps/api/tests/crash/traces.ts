import type { CrashShop } from './crashShop.ts';

/** The final state of an order, in the shop and at Stripe, which a crash must not change. */
export async function tracesOf(shop: CrashShop, orderId: string) {
  const { prisma } = shop.ctx.db;
  const order = await prisma.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      payments: { include: { entries: true, disputes: true } },
      reservations: true,
      items: true,
    },
  });
  const [item] = order.items;
  const level = await prisma.stockLevel.findFirstOrThrow({
    where: { variantId: item?.variantId ?? '' },
  });
  const events = await prisma.event.findMany({
    where: { payload: { path: ['orderId'], equals: orderId } },
  });
  const acts = await prisma.auditEntry.findMany({ where: { subject: orderId } });
  return {
    order: `${order.status}, ${order.paymentStatus}`,
    orders: await prisma.order.count({ where: { cartId: order.cartId } }),
    payments: order.payments.map(({ status }) => status).toSorted(),
    ledger: order.payments
      .flatMap(({ entries }) => entries.map(({ kind, amount }) => `${kind} ${amount}`))
      .toSorted(),
    disputes: order.payments.flatMap(({ disputes }) => disputes.map(({ status }) => status)),
    refunds: await refundsOf(shop, orderId),
    reservations: order.reservations.map(({ state }) => state).toSorted(),
    stock: `${level.onHand} on hand, ${level.reserved} reserved`,
    events: events.map(({ type }) => type).toSorted(),
    acts: acts.map(({ action }) => action).toSorted(),
    atStripe: await intentsOf(shop, order),
  };
}

async function refundsOf({ ctx }: CrashShop, orderId: string): Promise<string[]> {
  const refunds = await ctx.db.prisma.refundTransfer.findMany({ where: { refund: { orderId } } });
  return refunds.map(({ status, amount }) => `${status} ${amount}`).toSorted();
}

interface Intent {
  status: string;
  amount_received: number;
  latest_charge: { amount_refunded: number } | null;
  metadata: { orderId?: string };
}

/** The order's payments at Stripe, with the amounts received and refunded. */
async function intentsOf(
  { sandbox }: CrashShop,
  { id, placedAt }: { id: string; placedAt: Date },
): Promise<string[]> {
  const since = Math.floor(placedAt.getTime() / 1000);
  const answer = await fetch(
    `${sandbox.url}/v1/payment_intents?created[gte]=${since}&limit=100&expand[]=data.latest_charge`,
    { headers: { Authorization: `Bearer ${sandbox.secretKey}` } },
  );
  const { data } = (await answer.json()) as { data: Intent[] };
  return data
    .filter(({ metadata }) => metadata.orderId === id)
    .map(
      ({ status, amount_received: received, latest_charge: charge }) =>
        `${status}, ${received} received, ${charge?.amount_refunded ?? 0} paid back`,
    )
    .toSorted();
}
