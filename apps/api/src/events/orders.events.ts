import { z } from 'zod';

const ofOrder = z.object({ orderId: z.string() });

export const orderEvents = {
  /** A checkout has created the order; it may still be unpaid. */
  'order.placed': ofOrder,
  /** The shop has accepted the order, once in its life: manual payment at checkout, card when paid. */
  'order.confirmed': ofOrder,
  'order.paid': ofOrder,
  /** It was not paid in time, and its stock was released; no payment may have been started. */
  'order.expired': ofOrder.extend({ wasTried: z.boolean().default(true) }),
  'order.canceled': ofOrder,
};
