import { z } from 'zod';
import { cartMergeOutcomes, cartStatuses } from '../domains/carts.enums.ts';
import { MAX_LINES, MAX_QUANTITY } from '../domains/carts.limits.ts';
import {
  addressInputSchema,
  addressSchema,
  currencySchema,
  emailSchema,
  idSchema,
  lineSchema,
  moneySchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

export const cartParamsSchema = z.object({ cartId: idSchema('cart') });
export const cartItemParamsSchema = cartParamsSchema.extend({ itemId: idSchema('cartItem') });

const quantitySchema = z.int().min(1).max(MAX_QUANTITY).meta({ example: 2 });

/** 0 removes the line. */
const newQuantitySchema = z
  .int()
  .min(0)
  .max(MAX_QUANTITY)
  .meta({ description: '0 removes the line.', example: 2 });

export const itemInputSchema = z.strictObject({
  variantId: idSchema('variant'),
  quantity: quantitySchema,
});

/** A list in which each variant appears once, so that its quantity is unambiguous. */
function itemListSchema(quantity: typeof quantitySchema) {
  return z
    .array(z.strictObject({ variantId: idSchema('variant'), quantity }))
    .max(MAX_LINES)
    .superRefine((items, check) => {
      const seen = new Set<string>();
      for (const [index, { variantId }] of items.entries()) {
        if (seen.has(variantId)) {
          const message = 'is already in the list';
          check.addIssue({ code: 'custom', path: [index, 'variantId'], message });
        }
        seen.add(variantId);
      }
    });
}

export const createCartSchema = z.strictObject({
  currency: currencySchema
    .optional()
    .meta({ description: "The currency to pay in. Default: the shop's currency." }),
  items: itemListSchema(quantitySchema).optional(),
});

export const updateCartSchema = z.strictObject({
  email: emailSchema.nullable().optional(),
  shippingAddress: addressInputSchema.nullable().optional().meta({
    description:
      'Where to ship the order. Tax depends on its country and `region`, the part of the ISO 3166-2 code after the hyphen: "CA" for California.',
  }),
  billingAddress: addressInputSchema.nullable().optional().meta({
    description: 'Whom to bill. Default at checkout: the shipping address.',
  }),
  companyLocationId: idSchema('companyLocation').nullable().optional().meta({
    description:
      "The company location to buy for, one of `GET /me/companies`: its tax exemption, quantities and order limits apply. Only a member may choose it, for a customer's cart.",
  }),
  purchaseOrderNumber: lineSchema(100).nullable().optional().meta({
    description: "The buyer's reference, kept on the order.",
    example: 'PO-4711',
  }),
  shippingOptionId: idSchema('shippingOption').nullable().optional().meta({
    description: "One of the cart's shipping options.",
  }),
  promotionCodes: z.array(textSchema(64)).max(20).optional(),
  items: itemListSchema(newQuantitySchema).optional().meta({
    description:
      'The whole list: lines that it does not name are removed. A line whose variant is named keeps its id.',
  }),
});

export const updateCartItemSchema = z.strictObject({ quantity: newQuantitySchema });

const cartItemSchema = z
  .object({
    id: idSchema('cartItem'),
    variantId: idSchema('variant'),
    productId: idSchema('product'),
    title: z.string().meta({ description: "The product's title.", example: 'Linen shirt' }),
    variantTitle: z.string().meta({ example: 'M / Blue' }),
    sku: z.string().nullable().meta({ example: 'SHIRT-M-BLUE' }),
    quantity: z.int(),
    unitPrice: moneySchema.meta({
      description:
        'The current price of one unit; for a completed cart, the price it was bought at.',
    }),
    tax: moneySchema.meta({
      description: "Its share of the cart's tax; contained in `total` where prices include tax.",
    }),
    total: moneySchema.meta({
      description: 'Unit price × quantity, minus its share of the discount.',
    }),
    available: z.boolean().meta({ description: 'Whether this quantity can be bought now.' }),
  })
  .meta({ id: 'CartItem', description: 'A line of a cart: a variant and its quantity.' });

const totalsSchema = z
  .object({
    subtotal: moneySchema.meta({ description: 'The lines, before discounts.' }),
    discount: moneySchema,
    shipping: moneySchema,
    tax: moneySchema,
    rounding: moneySchema.optional().meta({
      description:
        'Negative, and present only where the sum cannot be paid exactly: providers accept three-decimal currencies in steps of 0.010.',
    }),
    total: moneySchema.meta({
      description:
        'The amount to pay: subtotal − discount + shipping, + tax where prices exclude it, + rounding if any.',
    }),
  })
  .meta({ id: 'Totals', description: 'The sums of a cart or an order.' });

export const shippingOptionSchema = z
  .object({
    id: idSchema('shippingOption'),
    name: z.string().meta({ example: 'Standard' }),
    description: z.string().meta({ example: '3 to 5 working days' }),
    amount: moneySchema.meta({ description: 'The price for this cart, without exclusive tax.' }),
  })
  .meta({ id: 'ShippingOption', description: 'A way to ship this cart, and its price.' });

export const cartSchema = z
  .object({
    id: idSchema('cart').meta({ description: 'Secret: anyone who knows it can use the cart.' }),
    version: z.int().meta({ description: 'Increases with every write.' }),
    status: z.enum(cartStatuses).meta({
      description: 'A completed cart has become an order and cannot be changed.',
    }),
    currency: currencySchema,
    email: z.string().nullable(),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema.nullable(),
    companyLocationId: idSchema('companyLocation').nullable(),
    purchaseOrderNumber: z.string().nullable(),
    shippingOption: shippingOptionSchema.nullable().meta({
      description: 'The chosen option; null when none is chosen or it no longer applies.',
    }),
    promotionCodes: z.array(z.string()),
    items: z.array(cartItemSchema),
    totals: totalsSchema,
    taxInclusive: z.boolean().meta({ description: 'Whether prices include tax.' }),
    taxNote: z.string().nullable().meta({
      description:
        'Why no tax is charged, such as reverse charge; prices are then without tax. Null where it is.',
    }),
    requiresShipping: z.boolean(),
    expiresAt: timestampSchema.meta({ description: 'Extended by every write.' }),
  })
  .meta({
    id: 'Cart',
    description: 'A cart with current prices; a completed cart has the prices of its order.',
  });

export const ownCartQuerySchema = z.strictObject({ currency: currencySchema.optional() });

export const mergeCartSchema = z.strictObject({
  cartId: idSchema('cart').meta({ description: "The guest's cart." }),
});

export const cartMergeSchema = z
  .object({
    cart: cartSchema,
    outcome: z.enum(cartMergeOutcomes).meta({
      description:
        "`adopted`: the guest's cart is the customer's now. `merged`: its lines were added to the customer's cart. `kept_apart`: it is the customer's beside another. `unchanged`: it was merged before.",
    }),
    reduced: z
      .array(
        z.object({
          variantId: idSchema('variant'),
          requested: z.int().meta({ description: 'The units of both carts.' }),
          quantity: z.int().meta({ description: 'The units that the cart has.' }),
        }),
      )
      .meta({ description: 'Lines that stock or limits did not allow in full.' }),
  })
  .meta({ id: 'CartMerge', description: 'The outcome of a merge.' });
