import { z } from 'zod';
import {
  fulfillmentStatuses,
  orderAxes,
  orderPaymentStatuses,
  orderStatuses,
} from '../domains/orders.enums.ts';
import { exemptionReasons } from '../domains/companies.enums.ts';
import { captureMethods } from '../domains/payments.enums.ts';
import { settlementStatuses } from '../domains/refunds.enums.ts';
import { paymentStatusSchema, providerSchema } from './payments.validator.ts';
import { refundSchema } from './refunds.validator.ts';
import {
  addressSchema,
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  timestampSchema,
} from './shared.validator.ts';

export const orderParamsSchema = z.object({ orderId: idSchema('order') });

export const orderHeadersSchema = z.object({
  'x-order-token': z.string().max(200).optional().meta({
    description: "The guest's order token, from the answer to the checkout.",
  }),
});

const orderItemSchema = z
  .object({
    id: idSchema('orderItem'),
    variantId: idSchema('variant'),
    productId: idSchema('product'),
    title: z.string().meta({ description: 'The title at the time of the order.' }),
    variantTitle: z.string(),
    sku: z.string().nullable(),
    quantity: z.int(),
    unitPrice: moneySchema,
    tax: moneySchema.meta({ description: "Its share of the order's tax." }),
    total: moneySchema.meta({
      description: 'unitPrice × quantity, minus its share of the discount.',
    }),
  })
  .meta({ id: 'OrderItem', description: 'A line of an order.' });

const orderPaymentSchema = z
  .object({
    id: idSchema('payment'),
    provider: providerSchema,
    status: paymentStatusSchema,
    amount: moneySchema,
    lastError: z.string().nullable().meta({ description: 'Why the last attempt to pay failed.' }),
    lastFour: z.string().nullable().meta({
      description: "The last four characters of the gift card's code; null for other payments.",
    }),
  })
  .meta({ id: 'OrderPayment', description: 'A payment of an order.' });

const orderRefundSchema = z
  .object({
    id: idSchema('refund'),
    status: z.enum(settlementStatuses),
    amount: moneySchema,
    createdAt: timestampSchema,
  })
  .meta({ id: 'OrderRefund', description: 'Money that was paid back, or is being paid back.' });

const orderShippingSchema = z
  .object({ id: idSchema('shippingOption'), name: z.string(), amount: moneySchema })
  .meta({
    id: 'OrderShippingOption',
    description: 'The shipping option at the time of the order.',
  });

export const orderSchema = z
  .object({
    id: idSchema('order'),
    number: z.int().meta({ description: 'For people; rises, with gaps.', example: 1001 }),
    cartId: idSchema('cart'),
    status: z.enum(orderStatuses).meta({
      description: '`pending` until it is paid; with manual payment it is `confirmed` at once.',
    }),
    paymentStatus: z.enum(orderPaymentStatuses).meta({
      description:
        '`partially_paid`: less than the total was captured, for example because part of an authorization was captured in the payment provider’s dashboard; staff decide.',
    }),
    fulfillmentStatus: z.enum(fulfillmentStatuses),
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
          description: 'Negative, and present only where the sum cannot be paid exactly.',
        }),
        total: moneySchema.meta({ description: 'The exact amount to pay.' }),
      })
      .meta({
        description: 'total = subtotal − discount + shipping (+ tax unless inclusive) + rounding.',
      }),
    taxInclusive: z.boolean().meta({ description: 'Whether prices include tax.' }),
    taxNote: z.string().nullable().meta({
      description: 'Why no tax was charged, such as reverse charge; null where it was.',
    }),
    companyLocationId: idSchema('companyLocation').nullable().meta({
      description: 'The company location that it was bought for.',
    }),
    purchaseOrderNumber: z.string().nullable(),
    paymentTerms: z
      .object({ days: z.int(), dueAt: timestampSchema })
      .nullable()
      .meta({ description: 'When an order that is paid by hand is due; null without terms.' }),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema,
    shippingOption: orderShippingSchema.nullable(),
    payments: z.array(orderPaymentSchema).meta({ description: 'Oldest first.' }),
    refunds: z.array(orderRefundSchema).meta({ description: 'Oldest first.' }),
    expiresAt: timestampSchema.nullable().meta({
      description:
        'When the order expires and releases its stock unless it is paid; null when it does not expire.',
    }),
    placedAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({
    id: 'Order',
    description: 'An order, with names and prices as they were when it was placed.',
  });

const staffPaymentSchema = orderPaymentSchema
  .extend({
    providerId: z.string().nullable().meta({ example: 'pi_3SVbzFKq1' }),
    creditAccountId: idSchema('creditAccount').nullable().meta({
      description: 'The gift card or store credit that it is paid from; null for other payments.',
    }),
    captureMethod: z.enum(captureMethods),
    authorized: moneySchema,
    captured: moneySchema,
    refunded: moneySchema,
    refunding: moneySchema.meta({ description: 'Refunds in progress.' }),
    disputed: moneySchema.meta({ description: 'Disputed now, or lost in a dispute.' }),
    fee: moneySchema.meta({ description: "The provider's fee, where it is known." }),
  })
  .meta({ id: 'StaffPayment', description: 'A payment with the sums of its ledger.' });

export const ownOrdersQuerySchema = z.strictObject({
  status: z.enum(orderStatuses).optional(),
  paymentStatus: z.enum(orderPaymentStatuses).optional(),
  placedFrom: timestampSchema.optional().meta({ description: 'Placed at this time or later.' }),
  placedTo: timestampSchema.optional().meta({ description: 'Placed before this time.' }),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** Of staff, who see where an order comes from. */
export const customerOrdersQuerySchema = ownOrdersQuerySchema.extend({
  salesChannel: z.string().min(1).max(100).optional().meta({
    description: 'Of which sales channel.',
    example: 'web',
  }),
});

export const claimOrderBodySchema = z.strictObject({
  orderNumber: z.int().min(1).max(Number.MAX_SAFE_INTEGER).meta({
    description: 'The number of the order, as its mails show it.',
    example: 1001,
  }),
  token: z.string().min(1).max(200).meta({
    description: "The guest's order token, from the answer to the checkout or the link in a mail.",
  }),
});

export const orderSummarySchema = z
  .object({
    ...orderSchema.pick({
      id: true,
      number: true,
      status: true,
      paymentStatus: true,
      fulfillmentStatus: true,
      currency: true,
    }).shape,
    total: moneySchema,
    items: z
      .array(orderItemSchema.pick({ title: true, variantTitle: true, quantity: true }))
      .meta({ description: 'The first three lines.' }),
    lineCount: z.int().meta({ description: 'The number of all lines.' }),
    placedAt: timestampSchema,
  })
  .meta({ id: 'OrderSummary', description: 'An order in a list.' });

const OF_CUSTOMERS = 'Null without the permission `customers:read`';

export const staffOrderSchema = orderSchema
  .extend({
    cartId: idSchema('cart')
      .nullable()
      .meta({
        description: `${OF_CUSTOMERS}, since the id of a guest’s cart opens it.`,
      }),
    email: z
      .string()
      .nullable()
      .meta({ description: `${OF_CUSTOMERS}.` }),
    shippingAddress: addressSchema.nullable().meta({
      description: `${OF_CUSTOMERS} or \`shippingAddresses:read\`, and where nothing is sent.`,
    }),
    billingAddress: addressSchema.nullable().meta({ description: `${OF_CUSTOMERS}.` }),
    customerId: z.string().nullable(),
    salesChannel: z.string().nullable().meta({
      description:
        'The sales channel of the publishable key with which its cart was opened; null: the default one.',
      example: 'web',
    }),
    approvedBy: idSchema('customer').nullable().meta({
      description: "The approver who checked out the cart of another of the company's members.",
    }),
    taxExemption: z
      .object({
        reason: z.enum(exemptionReasons),
        vatId: z.string().nullable(),
        certificate: z.string().nullable(),
        isProvisional: z.boolean().meta({
          description: 'The registry had not answered yet whether the VAT id is valid: look again.',
        }),
        consultationNumber: z.string().nullable(),
        note: z.string(),
      })
      .nullable(),
    payments: z.array(staffPaymentSchema).meta({ description: 'Oldest first.' }),
    refunds: z.array(refundSchema).meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'StaffOrder', description: 'An order as staff see it.' });

export const historyEntrySchema = z
  .object({
    axis: z.enum(orderAxes).meta({
      description: 'Which of the three statuses changed.',
    }),
    from: z.string().nullable().meta({ description: 'Null for the first status.' }),
    to: z.string(),
    reason: z.string().meta({ example: 'paid' }),
    actor: z.string().meta({
      description: '`system`, `guest`, `customer`, `staff`, or the name of a payment provider.',
      example: 'stripe',
    }),
    at: timestampSchema,
  })
  .meta({ id: 'OrderHistoryEntry', description: "A change of one of an order's statuses." });
