import { z } from 'zod';
import { checkoutProviders } from '../utils/paymentProviders.ts';
import { orderSchema } from './orders.validator.ts';
import { paymentSchema } from './payments.validator.ts';
import { currencySchema, idSchema } from './shared.validator.ts';

export const checkoutParamsSchema = z.object({ cartId: idSchema('cart') });

export const checkoutBodySchema = z.strictObject({
  paymentProvider: z.enum(checkoutProviders).meta({
    description:
      '`manual` is paid outside of the shop: bank transfer, cash on delivery. A shop may offer one of them alone (PAYMENT_PROVIDERS).',
  }),
  expectedTotal: z
    .strictObject({ amount: z.int().nonnegative(), currency: currencySchema })
    .optional()
    .meta({
      description:
        'What the shopper expects to pay, in minor units; a cart that costs something else is refused with 409 `price_changed`. Without it, the cart must still cost what the answer to the last write to it showed (or the refusal of an earlier checkout), shipping and tax included.',
      example: { amount: 4498, currency: 'USD' },
    }),
});

export const checkoutResultSchema = z
  .object({
    order: orderSchema,
    payment: paymentSchema,
    orderToken: z.string().optional().meta({
      description: "A guest's key to the order, for the header X-Order-Token. Keep it.",
    }),
  })
  .meta({ id: 'CheckoutResult', description: 'The order that a cart has become.' });

export type CheckoutParams = z.output<typeof checkoutParamsSchema>;
export type CheckoutBody = z.output<typeof checkoutBodySchema>;
