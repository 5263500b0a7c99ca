import { z } from 'zod';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  timestampSchema,
} from './shared.validator.ts';

export const disputeListQuerySchema = z.strictObject({
  state: z.enum(['open', 'closed']).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const disputeSchema = z
  .object({
    id: idSchema('dispute'),
    orderId: idSchema('order'),
    paymentId: idSchema('payment'),
    providerId: z.string().meta({ description: "Stripe's id of it.", example: 'du_1SV…' }),
    status: z.string().meta({ description: "Stripe's word for it.", example: 'needs_response' }),
    reason: z.string().meta({ example: 'product_not_received' }),
    amount: moneySchema,
    evidenceDueAt: timestampSchema.nullable().meta({
      description: "Until when evidence is taken, in Stripe's dashboard.",
    }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    closedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Dispute', description: "A payment that the customer's bank takes back." });

export type DisputeListQuery = z.output<typeof disputeListQuerySchema>;
