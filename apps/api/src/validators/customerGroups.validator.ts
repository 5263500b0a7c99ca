import { z } from 'zod';
import {
  countrySchema,
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  lineSchema,
  moneySchema,
  textSchema,
  timestampSchema,
  wholeNumberSchema,
} from './shared.validator.ts';

const MANY = 1_000_000_000_000;

export const groupParamsSchema = z.object({ groupId: idSchema('customerGroup') });
export const groupMemberParamsSchema = groupParamsSchema.extend({
  customerId: idSchema('customer'),
});

export const groupListQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const groupNameSchema = lineSchema(100).meta({
  description: 'Unique. Members see it.',
  example: 'Regulars',
});
const descriptionSchema = textSchema(2000, 0).meta({ description: 'Of staff.' });

const ruleInputSchema = z
  .strictObject({
    minOrders: wholeNumberSchema(1, 1_000_000, 'must be a whole number from 1')
      .optional()
      .meta({ description: 'Neither canceled nor expired.' }),
    minSpent: z
      .strictObject({
        amount: wholeNumberSchema(1, MANY, 'must be a whole number from 1, in minor units'),
        currency: currencySchema,
      })
      .optional()
      .meta({ description: 'Paid and not paid back, in this currency.' }),
    tag: textSchema(50).optional(),
    country: countrySchema.optional().meta({ description: 'Where one of their orders went.' }),
  })
  .refine((rule) => Object.values(rule).some((value) => value !== undefined), {
    message: 'must have a condition',
  })
  .nullable()
  .meta({
    description: 'Who meets all of it is a member; null: members are put in by hand alone.',
    example: { minOrders: 3, country: 'US' },
  });

export const newGroupSchema = z.strictObject({
  name: groupNameSchema,
  description: descriptionSchema.default(''),
  rule: ruleInputSchema.default(null),
});

export const groupPatchSchema = z.strictObject({
  name: groupNameSchema.optional(),
  description: descriptionSchema.optional(),
  rule: ruleInputSchema.optional(),
});

export const groupSchema = z
  .object({
    id: idSchema('customerGroup'),
    name: z.string(),
    description: z.string(),
    rule: z
      .object({
        minOrders: z.int().optional(),
        minSpent: moneySchema.optional(),
        tag: z.string().optional(),
        country: z.string().optional(),
      })
      .nullable(),
    members: z.int().meta({ description: 'How many customers are in it.' }),
    refreshedAt: timestampSchema.nullable().meta({
      description: 'When its members were last compared with the rule.',
    }),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .meta({ id: 'CustomerGroup', description: 'Customers who are put together.' });
