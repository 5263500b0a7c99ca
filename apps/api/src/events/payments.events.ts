import { z } from 'zod';
import { needlessReasons } from '../domains/refunds.enums.ts';

const ofPayment = z.object({ orderId: z.string(), paymentId: z.string() });

export const paymentEvents = {
  'payment.failed': ofPayment,
  /** Another sum came, or is held, than was asked for: the order waits for a person. */
  'payment.amount_mismatch': ofPayment,
  /** Its provider does not know it. */
  'payment.missing': ofPayment,
  /** What was held for the order is held no longer, and was not captured. */
  'payment.authorization_lost': ofPayment,
  /** Money came for an order that can no longer be fulfilled, or that was paid already; it is on its way back. */
  'payment.needs_refund': ofPayment.extend({
    reason: z.enum(needlessReasons).default('late_payment'),
  }),
};
