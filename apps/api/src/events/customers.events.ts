import { z } from 'zod';

export const customerEvents = {
  /** What belonged to the loser is the customer's; uses that are counted by customer are added. */
  'customer.merged': z.object({ customerId: z.string(), loserId: z.string() }),
};
