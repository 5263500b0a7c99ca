import { z } from 'zod';

/** `disputeId` is the provider's. */
const ofDispute = z.object({ orderId: z.string(), paymentId: z.string(), disputeId: z.string() });

export const disputeEvents = {
  /** A customer's bank asks about a payment, or takes it back. */
  'dispute.opened': ofDispute,
  'dispute.won': ofDispute,
  'dispute.lost': ofDispute,
};
