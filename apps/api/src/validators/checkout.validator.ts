import { z } from 'zod';
import { captureMethods } from '../domains/payments.enums.ts';
import { giftCardCodeSchema } from './credit.validator.ts';
import { orderSchema } from './orders.validator.ts';
import { paymentSchema, providerSchema } from './payments.validator.ts';
import {
  currencySchema,
  idSchema,
  ifMatchSchema,
  localeSchema,
  moneySchema,
  wholeNumberSchema,
} from './shared.validator.ts';

export const checkoutParamsSchema = z.object({ cartId: idSchema('cart') });

/** @param providers the names of the ways to pay that the shop knows; it may not offer all of them. */
export const checkoutBodySchema = (providers: readonly string[]) =>
  z.strictObject({
    paymentProvider: z.enum(providers).meta({
      description:
        'How to pay what gift cards and store credit do not cover. `manual` is bank transfer or cash on delivery. A shop may not offer all of them: see `paymentProviders` of `GET /shop`.',
    }),
    giftCards: z
      .array(giftCardCodeSchema)
      .min(1)
      .max(5)
      .optional()
      .meta({
        description:
          'Codes of gift cards to pay with, each once. They are used in this order, as far as needed. A card that cannot be used is refused by its index (`giftCards.0`), and no order is placed.',
        example: ['7K2M-9QXD-0VTR-5HWE'],
      }),
    useStoreCredit: z.boolean().optional().meta({
      description:
        "Whether to use the customer's store credit too, after the gift cards. Not available to guests.",
    }),
    paymentMethodId: idSchema('paymentMethod').optional().meta({
      description:
        'A saved card of the signed-in customer (`GET /me/payment-methods`) that pays what gift cards and store credit do not cover. The browser confirms the payment with its `clientSecret`. Only for a cart of the customer.',
    }),
    locale: localeSchema.optional().meta({
      description:
        'Language and region of the mails about the order (BCP 47). Without it, the most preferred of `Accept-Language` that the shop has words in; without that too, the shop’s own. A language that the shop has no words in falls back to the shop’s own.',
      example: 'de-DE',
    }),
    expectedTotal: z
      .strictObject({ amount: z.int().nonnegative(), currency: currencySchema })
      .optional()
      .meta({
        description:
          'The total that the shopper has agreed to, in minor units, however it is paid; a cart with another total is refused with 409 `price_changed`. Without it, the total must equal the one in the answer to the last write to the cart (or in the refusal of an earlier checkout), shipping and tax included.',
        example: { amount: 4498, currency: 'USD' },
      }),
  });

export const checkoutHeadersSchema = ifMatchSchema.extend({
  'accept-language': z.string().optional().meta({
    description: 'The locale of the order where the body names none.',
    example: 'de-DE,de;q=0.9',
  }),
});

const CREDIT = "must be 0 or more, in whole minor units of the cart's currency, such as 2500";

export const paymentOptionsQuerySchema = z.strictObject({
  credit: wholeNumberSchema(0, Number.MAX_SAFE_INTEGER, CREDIT).default(0).meta({
    description: 'The amount that gift cards and store credit are to pay, in minor units.',
    example: 2500,
  }),
});

export const paymentOptionSchema = z
  .object({
    provider: providerSchema,
    captureMethod: z.enum(captureMethods).meta({
      description: 'Whether the money is captured as it is authorized, or later by staff.',
    }),
    amount: moneySchema.meta({ description: 'What it would take, beside the credit.' }),
    publishableKey: z
      .string()
      .optional()
      .meta({ description: "For the provider's form, which can be shown with the amount." }),
    apiBase: z.string().optional().meta({
      description: 'Only with the local sandbox: its address.',
    }),
  })
  .meta({
    id: 'PaymentOption',
    description: 'One way to pay a cart.',
    example: {
      provider: 'stripe',
      captureMethod: 'automatic',
      amount: { amount: 4498, currency: 'USD' },
      publishableKey: 'pk_live_51N…',
    },
  });

export const checkoutResultSchema = z
  .object({
    order: orderSchema,
    payment: paymentSchema,
    orderToken: z.string().optional().meta({
      description: 'Grants a guest access to the order, in the header X-Order-Token. Store it.',
    }),
  })
  .meta({ id: 'CheckoutResult', description: 'The placed order and its open payment.' });
