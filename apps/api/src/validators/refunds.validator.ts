import { z } from 'zod';
import { MAX_LINES } from '../domains/carts.limits.ts';
import {
  allocationStatuses,
  refundReasons,
  refundStatuses,
  storedRefundReasons,
} from '../domains/refunds.enums.ts';
import { providerSchema } from './payments.validator.ts';
import {
  currencySchema,
  idSchema,
  moneySchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const refundParamsSchema = z.object({ refundId: idSchema('refund') });

const wantedMoneySchema = z.strictObject({ amount: z.int().positive(), currency: currencySchema });

const wantedLineSchema = z.strictObject({
  itemId: idSchema('orderItem'),
  quantity: z.int().positive(),
});

export const refundBodySchema = z
  .strictObject({
    amount: wantedMoneySchema.optional().meta({
      description: 'Instead of `lines` and `shipping`: an amount, refunded exactly or not at all.',
    }),
    lines: z.array(wantedLineSchema).min(1).max(MAX_LINES).optional().meta({
      description: 'Lines of the order, each once. The shop computes their amounts, with tax.',
    }),
    shipping: z
      .union([z.literal(true), wantedMoneySchema])
      .optional()
      .meta({
        description: 'With its tax: `true` for all that is left of it, or an amount.',
      }),
    restock: z.boolean().optional().meta({
      description: 'Required with `lines`: whether their goods return to stock.',
    }),
    reason: z.enum(refundReasons),
    note: textSchema(1000)
      .optional()
      .meta({ description: 'For staff. The customer does not see it.' }),
  })
  .superRefine(({ amount, lines, shipping, restock }, ctx) => {
    const refuse = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message });
    if (!amount && !lines && !shipping) refuse('amount', 'is needed, or `lines` or `shipping`');
    if (amount && lines) refuse('lines', 'cannot go with `amount`');
    if (amount && shipping) refuse('shipping', 'cannot go with `amount`');
    if (lines && restock === undefined) refuse('restock', 'is required with `lines`');
    if (!lines && restock !== undefined) refuse('restock', 'goes with `lines` alone');
    const ids = lines?.map(({ itemId }) => itemId) ?? [];
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index) refuse(`lines.${index}.itemId`, 'is repeated');
    }
  });

const refundStatusSchema = z.enum(refundStatuses).meta({
  description:
    '`waiting`: a dispute blocks it at the provider until the dispute is decided. `failed`: nothing was paid back. `needs_person`: part of it failed, or staff must pay it back manually.',
});

const transferSchema = z
  .object({
    id: idSchema('refundTransfer'),
    paymentId: idSchema('payment'),
    provider: providerSchema,
    status: z.enum(allocationStatuses),
    amount: moneySchema,
    attempt: z.int().meta({ description: 'The number of the current attempt.' }),
    providerId: z.string().nullable().meta({ example: 're_3SVbzFKq1' }),
    lastError: z.string().nullable(),
    creditAccount: z
      .object({
        id: idSchema('creditAccount'),
        lastFour: z.string().nullable(),
        isDisabled: z.boolean(),
      })
      .nullable()
      .meta({
        description:
          'The gift card or store credit that receives the money. An account that has expired, or is about to, can be used for another 90 days. While an account is disabled its balance cannot be spent, and staff are notified.',
      }),
  })
  .meta({
    id: 'RefundTransfer',
    description: 'The part of a refund that is paid back through one payment.',
  });

export const refundSchema = z
  .object({
    id: idSchema('refund'),
    orderId: idSchema('order'),
    status: refundStatusSchema,
    amount: moneySchema,
    shipping: moneySchema.meta({
      description: 'The part of the amount that is shipping, with its tax.',
    }),
    lines: z.array(
      z.object({ itemId: idSchema('orderItem'), quantity: z.int(), amount: moneySchema }),
    ),
    reason: z.string().meta({
      description: `${storedRefundReasons.slice(0, -1).join(', ')}, or ${storedRefundReasons.at(-1)}: made in the provider's dashboard.`,
      example: 'requested_by_customer',
    }),
    note: z.string(),
    restocked: z.boolean(),
    actor: z.string().meta({ example: 'staff' }),
    transfers: z.array(transferSchema),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Refund', description: 'Money that is paid back for an order.' });
