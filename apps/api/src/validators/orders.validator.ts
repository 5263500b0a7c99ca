import { z } from 'zod';
import { paymentStatusSchema, providerSchema } from './payments.validator.ts';
import { refundSchema } from './refunds.validator.ts';
import {
  addressSchema,
  currencySchema,
  idSchema,
  moneySchema,
  timestampSchema,
} from './shared.validator.ts';

export const orderParamsSchema = z.object({ orderId: idSchema('order') });

export const orderHeadersSchema = z.object({
  'x-order-token': z.string().max(200).optional().meta({
    description: "A guest's key to the order, from the checkout's answer.",
  }),
});

const orderItemSchema = z
  .object({
    id: idSchema('orderItem'),
    variantId: idSchema('variant'),
    productId: idSchema('product'),
    title: z.string().meta({ description: 'As it was called when it was ordered.' }),
    variantTitle: z.string(),
    sku: z.string().nullable(),
    quantity: z.int(),
    unitPrice: moneySchema,
    tax: moneySchema.meta({ description: "Its share of the order's tax." }),
    total: moneySchema.meta({ description: 'unitPrice × quantity, less its share of a discount.' }),
  })
  .meta({ id: 'OrderItem', description: 'A line of an order.' });

const orderPaymentSchema = z
  .object({
    id: idSchema('payment'),
    provider: providerSchema,
    status: paymentStatusSchema,
    amount: moneySchema,
    lastError: z.string().nullable().meta({ description: 'Why the last try to pay failed.' }),
    lastFour: z.string().nullable().meta({
      description: "The end of the gift card's code; null for anything else.",
    }),
  })
  .meta({ id: 'OrderPayment', description: 'How an order is paid.' });

const orderRefundSchema = z
  .object({
    id: idSchema('refund'),
    status: z.enum(['pending', 'succeeded', 'failed']),
    amount: moneySchema,
    createdAt: timestampSchema,
  })
  .meta({ id: 'OrderRefund', description: 'Money that went back, or is on its way.' });

const orderShippingSchema = z
  .object({ id: idSchema('shippingOption'), name: z.string(), amount: moneySchema })
  .meta({ id: 'OrderShippingOption', description: 'The shipping option as it was chosen.' });

export const orderSchema = z
  .object({
    id: idSchema('order'),
    number: z.int().meta({ description: 'For people; rises, with gaps.', example: 1001 }),
    cartId: idSchema('cart'),
    status: z.enum(['pending', 'confirmed', 'completed', 'canceled', 'expired']).meta({
      description: '`pending` until it is paid, or at once `confirmed` with manual payment.',
    }),
    paymentStatus: z
      .enum([
        'unpaid',
        'authorized',
        'partially_paid',
        'paid',
        'partially_refunded',
        'refunded',
        'failed',
        'disputed',
      ])
      .meta({
        description:
          '`partially_paid`: less came than was asked for, such as a part of a hold that was captured in Stripe’s dashboard; staff decide.',
      }),
    fulfillmentStatus: z.enum([
      'unfulfilled',
      'partially_fulfilled',
      'fulfilled',
      'delivered',
      'returned',
    ]),
    currency: currencySchema,
    email: z.string(),
    locale: z.string().nullable().meta({
      description:
        'Language and region (BCP 47) of the mails about it; null: the shop’s own (DEFAULT_LOCALE).',
      example: 'de-DE',
    }),
    items: z.array(orderItemSchema),
    totals: z
      .object({
        subtotal: moneySchema,
        discount: moneySchema,
        shipping: moneySchema,
        tax: moneySchema,
        rounding: moneySchema.optional().meta({
          description: 'Below zero, and there only where the sum is no amount that can be paid.',
        }),
        total: moneySchema.meta({ description: 'What is charged, to the unit.' }),
      })
      .meta({
        description: 'total = subtotal − discount + shipping (+ tax unless inclusive) + rounding.',
      }),
    taxInclusive: z.boolean().meta({ description: 'Whether the prices contain the tax.' }),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema,
    shippingOption: orderShippingSchema.nullable(),
    payments: z.array(orderPaymentSchema).meta({ description: 'Oldest first.' }),
    refunds: z.array(orderRefundSchema).meta({ description: 'Oldest first.' }),
    expiresAt: timestampSchema.nullable().meta({
      description: 'When it gives its stock back unless it is paid; null when it will not.',
    }),
    placedAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'Order', description: 'An order, as things were when it was placed.' });

const staffPaymentSchema = orderPaymentSchema
  .extend({
    providerId: z.string().nullable().meta({ example: 'pi_3SVbzFKq1' }),
    creditAccountId: idSchema('creditAccount').nullable().meta({
      description: 'The gift card or store credit that it is paid from; null for anything else.',
    }),
    captureMethod: z.enum(['automatic', 'manual']),
    authorized: moneySchema,
    captured: moneySchema,
    refunded: moneySchema,
    refunding: moneySchema.meta({ description: 'Asked back, and not decided yet.' }),
    disputed: moneySchema.meta({ description: 'In dispute now, or lost in one.' }),
    fee: moneySchema.meta({ description: "The provider's, where it is known." }),
  })
  .meta({ id: 'StaffPayment', description: 'A payment with the sums of its ledger.' });

export const staffOrderSchema = orderSchema
  .extend({
    customerId: z.string().nullable(),
    payments: z.array(staffPaymentSchema).meta({ description: 'Oldest first.' }),
    refunds: z.array(refundSchema).meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'StaffOrder', description: 'An order as staff see it.' });

export const historyEntrySchema = z
  .object({
    axis: z.enum(['order', 'payment', 'fulfillment']).meta({
      description: 'Which of the three states changed.',
    }),
    from: z.string().nullable().meta({ description: 'Null where it began.' }),
    to: z.string(),
    reason: z.string().meta({ example: 'paid' }),
    actor: z.string().meta({
      description: 'system, guest, customer, staff or stripe.',
      example: 'stripe',
    }),
    at: timestampSchema,
  })
  .meta({ id: 'OrderHistoryEntry', description: "A change of one of an order's states." });

export type OrderParams = z.output<typeof orderParamsSchema>;
export type OrderHeaders = z.output<typeof orderHeadersSchema>;
