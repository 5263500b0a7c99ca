import { z } from 'zod';
import {
  addressInputSchema,
  addressSchema,
  currencySchema,
  emailSchema,
  idSchema,
  moneySchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

/** Units of one line. */
export const MAX_QUANTITY = 9_999;
/** Lines of one cart. */
export const MAX_LINES = 100;

export const cartParamsSchema = z.object({ cartId: idSchema('cart') });
export const cartItemParamsSchema = cartParamsSchema.extend({ itemId: idSchema('cartItem') });

const quantitySchema = z.int().min(1).max(MAX_QUANTITY).meta({ example: 2 });

/** 0 is a way to say "no longer". */
const newQuantitySchema = z
  .int()
  .min(0)
  .max(MAX_QUANTITY)
  .meta({ description: '0 removes the line.', example: 2 });

export const itemInputSchema = z.strictObject({
  variantId: idSchema('variant'),
  quantity: quantitySchema,
});

/** A list in which no variant stands twice, since it would not be clear which quantity is meant. */
function itemListSchema(quantity: typeof quantitySchema) {
  return z
    .array(z.strictObject({ variantId: idSchema('variant'), quantity }))
    .max(MAX_LINES)
    .superRefine((items, check) => {
      const seen = new Set<string>();
      for (const [index, { variantId }] of items.entries()) {
        if (seen.has(variantId)) {
          const message = 'is in the list already';
          check.addIssue({ code: 'custom', path: [index, 'variantId'], message });
        }
        seen.add(variantId);
      }
    });
}

export const createCartSchema = z.strictObject({
  currency: currencySchema
    .optional()
    .meta({ description: "What to pay in; the shop's own currency when not given." }),
  items: itemListSchema(quantitySchema).optional(),
});

export const updateCartSchema = z.strictObject({
  email: emailSchema.nullable().optional(),
  shippingAddress: addressInputSchema.nullable().optional().meta({
    description:
      'Where to send it. Tax goes by its country and `region`, which for that purpose is the part of the ISO 3166-2 code after the hyphen: "CA" for California.',
  }),
  billingAddress: addressInputSchema.nullable().optional().meta({
    description: 'Whom to bill; at checkout the shipping address stands in when there is none.',
  }),
  shippingOptionId: idSchema('shippingOption').nullable().optional().meta({
    description: "One of the cart's shipping options.",
  }),
  promotionCodes: z.array(textSchema(64)).max(20).optional(),
  items: itemListSchema(newQuantitySchema).optional().meta({
    description:
      'The whole list: what it does not name is removed. A line whose variant is named keeps its id.',
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
      description: 'What one costs now; what it was bought at once the cart is completed.',
    }),
    tax: moneySchema.meta({
      description: "Its share of the cart's tax; part of `total` where prices contain tax.",
    }),
    total: moneySchema.meta({ description: 'Unit price × quantity, less its share of discounts.' }),
    available: z.boolean().meta({ description: 'Whether so many could be bought at this moment.' }),
  })
  .meta({ id: 'CartItem', description: 'A line of a cart: so much of one variant.' });

const totalsSchema = z
  .object({
    subtotal: moneySchema.meta({ description: 'The lines, before discounts.' }),
    discount: moneySchema,
    shipping: moneySchema,
    tax: moneySchema,
    rounding: moneySchema.optional().meta({
      description:
        'Below zero, and there only where the sum is no amount that can be paid: providers take three-decimal currencies in steps of 0.010.',
    }),
    total: moneySchema.meta({
      description:
        'What is to be paid: subtotal − discount + shipping, + tax where prices do not contain it, + rounding where there is one.',
    }),
  })
  .meta({ id: 'Totals', description: 'What it comes to.' });

export const shippingOptionSchema = z
  .object({
    id: idSchema('shippingOption'),
    name: z.string().meta({ example: 'Standard' }),
    description: z.string().meta({ example: '3 to 5 working days' }),
    amount: moneySchema.meta({ description: 'For this cart, before tax that is added on top.' }),
  })
  .meta({ id: 'ShippingOption', description: 'A way to send this cart, and its price.' });

export const cartSchema = z
  .object({
    id: idSchema('cart').meta({ description: 'Unguessable: who knows it may use the cart.' }),
    version: z.int().meta({ description: 'Rises with every write.' }),
    status: z.enum(['open', 'completed']).meta({
      description: 'A completed cart has become an order and cannot be changed.',
    }),
    currency: currencySchema,
    email: z.string().nullable(),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema.nullable(),
    shippingOption: shippingOptionSchema.nullable().meta({
      description: 'What was chosen; null when nothing is, or it no longer applies.',
    }),
    promotionCodes: z.array(z.string()),
    items: z.array(cartItemSchema),
    totals: totalsSchema,
    taxInclusive: z.boolean().meta({ description: 'Whether the prices contain the tax.' }),
    requiresShipping: z.boolean(),
    expiresAt: timestampSchema.meta({ description: 'Put off by every write.' }),
  })
  .meta({
    id: 'Cart',
    description:
      'A cart with the prices of this moment; once it is completed, with those of its order.',
  });
