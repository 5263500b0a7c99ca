import { newId } from '../../src/kernel/ids.ts';
import type { PlacedOrder } from './orders.ts';
import type { SalesApp } from './salesApp.ts';
import { asStaff } from './staff.ts';

/** Requests a refund as staff. */
export function refund(
  shop: SalesApp,
  { orderId }: Pick<PlacedOrder, 'orderId'>,
  body: Record<string, unknown>,
  key = newId('request'),
) {
  return shop.api
    .post(`/api/v1/admin/orders/${orderId}/refunds`)
    .set({ ...asStaff, 'Idempotency-Key': key })
    .send({ reason: 'requested_by_customer', ...body });
}

/** What the sandbox has of refunds of a payment, as Stripe's dashboard would show it. */
export async function refundsAtStripe(shop: SalesApp, { intentId }: Pick<PlacedOrder, 'intentId'>) {
  const answer = await fetch(`${shop.sandbox.url}/v1/refunds?payment_intent=${intentId}`, {
    headers: { Authorization: `Bearer ${shop.sandbox.secretKey}` },
  });
  const { data } = (await answer.json()) as {
    data: { id: string; amount: number; status: string }[];
  };
  return data;
}

/** Does the work of an order's refund jobs where no worker runs. */
export async function settleRefunds(
  { ctx, container }: SalesApp,
  { orderId }: Pick<PlacedOrder, 'orderId'>,
): Promise<void> {
  const transfers = await ctx.db.prisma.refundTransfer.findMany({
    where: { refund: { orderId }, status: { in: ['pending', 'waiting'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id } of transfers) await container.services.refunds.resumeAllocation(ctx, id);
}
