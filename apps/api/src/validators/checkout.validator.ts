import { z } from 'zod';
import { checkoutProviders } from '../utils/paymentProviders.ts';
import { giftCardCodeSchema } from './credit.validator.ts';
import { orderSchema } from './orders.validator.ts';
import { paymentSchema } from './payments.validator.ts';
import { currencySchema, idSchema, ifMatchSchema, localeSchema } from './shared.validator.ts';

export const checkoutParamsSchema = z.object({ cartId: idSchema('cart') });

export const checkoutBodySchema = z.strictObject({
  paymentProvider: z.enum(checkoutProviders).meta({
    description:
      'By which is paid what gift cards and store credit leave. `manual` is paid outside of the shop: bank transfer, cash on delivery. A shop may offer one of them alone (PAYMENT_PROVIDERS).',
  }),
  giftCards: z
    .array(giftCardCodeSchema)
    .min(1)
    .max(5)
    .optional()
    .meta({
      description:
        'Codes of gift cards to pay with, each once. They are used up in this order as far as they are needed; a card that cannot be used at all is refused by its place (`giftCards.0`), and nothing is bought.',
      example: ['7K2M-9QXD-0VTR-5HWE'],
    }),
  useStoreCredit: z.boolean().optional().meta({
    description: "Whether the customer's store credit pays too, after the cards. Not for guests.",
  }),
  locale: localeSchema.optional().meta({
    description:
      'Language and region of the mails about the order (BCP 47). Without it, the first of `Accept-Language`; without that too, the shop’s own. A language that the shop has no words in falls back to the shop’s own.',
    example: 'de-DE',
  }),
  expectedTotal: z
    .strictObject({ amount: z.int().nonnegative(), currency: currencySchema })
    .optional()
    .meta({
      description:
        'What the shopper expects the order to cost, in minor units, whatever pays for it; a cart that costs something else is refused with 409 `price_changed`. Without it, the cart must still cost what the answer to the last write to it showed (or the refusal of an earlier checkout), shipping and tax included.',
      example: { amount: 4498, currency: 'USD' },
    }),
});

export const checkoutHeadersSchema = ifMatchSchema.extend({
  'accept-language': z.string().optional().meta({
    description: 'The locale of the order where the body names none.',
    example: 'de-DE,de;q=0.9',
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
export type CheckoutHeaders = z.output<typeof checkoutHeadersSchema>;
export type CheckoutBody = z.output<typeof checkoutBodySchema>;
