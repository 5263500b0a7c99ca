import { demo } from '../../src/config/demo.ts';
import { eventually } from './eventually.ts';
import type { PlacedOrder } from './orders.ts';
import type { SalesApp } from './salesApp.ts';

/** The header of staff. */
export const asStaff = { Authorization: `Bearer ${demo.adminApiKey}` };

/** The members of a staff order that the tests read. */
interface StaffOrder {
  status: string;
  paymentStatus: string;
  payments: Record<'captured' | 'refunded' | 'refunding', { amount: number }>[];
  refunds: StaffRefund[];
  totals: { total: { amount: number } };
}

interface StaffRefund {
  id: string;
  status: string;
  reason: string;
  amount: { amount: number };
  shipping: { amount: number };
  lines: { itemId: string; quantity: number; amount: { amount: number } }[];
  transfers: { id: string; status: string; attempt: number; providerId: string | null }[];
}

/** The order as staff see it. */
export async function orderOf(shop: SalesApp, { orderId }: Pick<PlacedOrder, 'orderId'>) {
  const { body } = await shop.api.get(`/api/v1/admin/orders/${orderId}`).set(asStaff).expect(200);
  return body.data as StaffOrder;
}

/** Waits until the order's payment status is this one. */
export function untilPaymentStatus(
  shop: SalesApp,
  placed: Pick<PlacedOrder, 'orderId'>,
  status: string,
) {
  return eventually(async () => {
    const order = await orderOf(shop, placed);
    return order.paymentStatus === status && order;
  });
}
