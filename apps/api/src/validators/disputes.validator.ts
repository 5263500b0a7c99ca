import { z } from 'zod';
import { disputeStates } from '../domains/disputes.enums.ts';
import {
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  timestampSchema,
} from './shared.validator.ts';

export const disputeListQuerySchema = z.strictObject({
  state: z.enum(disputeStates).optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const disputeSchema = z
  .object({
    id: idSchema('dispute'),
    orderId: idSchema('order'),
    paymentId: idSchema('payment'),
    providerId: z
      .string()
      .meta({ description: 'Its id at the payment provider.', example: 'du_1SV…' }),
    status: z
      .string()
      .meta({ description: 'Its status at the payment provider.', example: 'needs_response' }),
    reason: z.string().meta({ example: 'product_not_received' }),
    amount: moneySchema,
    evidenceDueAt: timestampSchema.nullable().meta({
      description: "The deadline for evidence in the payment provider's dashboard.",
    }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
    closedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Dispute', description: 'A payment that the payer has disputed with the bank.' });
