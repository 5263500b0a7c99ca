import { z } from 'zod';

const ofRefund = z.object({ orderId: z.string(), refundId: z.string() });

export const refundEvents = {
  /** All of it has gone back. */
  'refund.succeeded': ofRefund,
  /** What a gift card or store credit had paid is on it again, and it is disabled. */
  'refund.unspendable': z.object({ orderId: z.string(), paymentId: z.string() }),
  /** Some of it has not gone back: a person has to act. */
  'refund.failed': ofRefund,
};
