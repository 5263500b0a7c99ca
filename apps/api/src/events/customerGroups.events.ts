import { z } from 'zod';

const ofMember = z.object({ customerId: z.string(), groupId: z.string() });

export const customerGroupEvents = {
  'customer.joined_group': ofMember,
  'customer.left_group': ofMember,
  /** Its members are no longer in it. */
  'customer_group.deleted': z.object({ groupId: z.string() }),
};
