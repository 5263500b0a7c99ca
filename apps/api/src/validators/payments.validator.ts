import { z } from 'zod';
import { paymentStatuses } from '../domains/payments.enums.ts';
import { idSchema, moneySchema, textSchema } from './shared.validator.ts';

export const providerSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/)
  .meta({
    description:
      '`stripe`, or another payment provider of the shop; `manual` is paid outside of the shop, `credit` is a gift card or store credit, `none` where there is nothing to pay.',
    example: 'stripe',
  });

export const paymentStatusSchema = z.enum(paymentStatuses);

export const paymentSchema = z
  .object({
    id: idSchema('payment'),
    provider: providerSchema,
    status: paymentStatusSchema,
    amount: moneySchema,
    lastError: z.string().optional().meta({
      description: 'Why the last attempt to pay failed; only with `status: failed`.',
    }),
    lastFour: z.string().optional().meta({
      description:
        "The last four characters of the gift card's code, when a gift card has paid all of it.",
    }),
    clientSecret: z.string().optional().meta({
      description:
        'For the form of the provider (Stripe.js). Absent when there is nothing to pay online, when there is a `redirectUrl`, and while the provider cannot be reached: then get it later with `POST /orders/{orderId}/payment`.',
    }),
    publishableKey: z.string().optional().meta({ description: 'Goes with `clientSecret`.' }),
    apiBase: z.string().optional().meta({
      description:
        'Only with the local sandbox: where to confirm the payment instead of with Stripe.js.',
    }),
    redirectUrl: z.string().optional().meta({
      description: 'The page of the provider on which the payer pays, where it has no form.',
    }),
  })
  .meta({
    id: 'Payment',
    description: 'What a browser needs to confirm the payment.',
    example: {
      id: 'pay_01kagvrz8y0g2m4q6t8w0x2z4b',
      provider: 'stripe',
      status: 'pending',
      amount: { amount: 4498, currency: 'USD' },
      clientSecret: 'pi_3SV…_secret_8c…',
      publishableKey: 'pk_live_51N…',
    },
  });

export const markPaidBodySchema = z.strictObject({
  note: textSchema(500)
    .optional()
    .meta({ description: "How the money arrived, for the order's history." }),
});
