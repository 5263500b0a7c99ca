import { z } from 'zod';
import { userStatuses } from '../domains/auth.enums.ts';
import { exemptionReasons } from '../domains/companies.enums.ts';
import { consentLevels, consentStates, consentTopics } from '../domains/consents.enums.ts';
import { customerSorts } from '../domains/customers.enums.ts';
import { MAX_METAFIELDS, MAX_METAFIELDS_BYTES } from '../domains/customers.limits.ts';
import { orderStatuses } from '../domains/orders.enums.ts';
import { exemptionMembers } from './companies.validator.ts';
import {
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  reasonSchema,
  textSchema,
  timestampSchema,
  wholeNumberSchema,
} from './shared.validator.ts';

export const customerParamsSchema = z.object({ customerId: idSchema('customer') });
const statusSchema = z.enum(userStatuses);
const MANY = 1_000_000_000_000;

export const customerListQuerySchema = z
  .strictObject({
    q: textSchema(100).optional().meta({
      description: 'A part of the address or the name, or an id.',
    }),
    tag: textSchema(50).optional(),
    group: idSchema('customerGroup').optional(),
    company: idSchema('company').optional().meta({ description: 'Whose members they are.' }),
    status: statusSchema.optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code in capitals')
      .optional()
      .meta({ description: 'Where one of their orders went.' }),
    minOrders: wholeNumberSchema(0, 1_000_000, 'must be a whole number').optional(),
    minSpent: wholeNumberSchema(0, MANY, 'must be a whole number').optional().meta({
      description: 'In minor units of `currency`: paid and not paid back.',
    }),
    currency: currencySchema.optional(),
    lastOrderAfter: timestampSchema.optional().meta({
      description: 'The last order was placed at this time or later.',
    }),
    lastOrderBefore: timestampSchema.optional().meta({
      description: 'The last order was placed before this time.',
    }),
    consent: z.enum(consentTopics).optional().meta({ description: 'Subscribed to this topic.' }),
    sort: z.enum(customerSorts).optional().meta({
      description: '"-" sorts down; default: -createdAt. `spent` is that of `currency`.',
    }),
    limit: limitSchema,
    cursor: cursorSchema.optional(),
  })
  .refine(
    ({ minSpent, sort, currency }) =>
      currency !== undefined || (minSpent === undefined && !sort?.endsWith('spent')),
    { path: ['currency'], message: 'is needed with `minSpent`, and to sort by `spent`' },
  );

export const timelineQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

const ofTimeline = { id: z.string(), at: timestampSchema };

export const timelineEntrySchema = z
  .discriminatedUnion('kind', [
    z.object({
      ...ofTimeline,
      kind: z.literal('order'),
      number: z.int(),
      status: z.enum(orderStatuses),
      total: moneySchema,
    }),
    z.object({
      ...ofTimeline,
      kind: z.literal('sign_in'),
      device: z.string().meta({ description: 'As it names itself.' }),
      ip: z.string().nullable(),
    }),
    z.object({
      ...ofTimeline,
      kind: z.literal('consent'),
      topic: z.enum(consentTopics),
      state: z.enum(consentStates),
      level: z.enum(consentLevels),
      source: z.string(),
    }),
    z.object({
      ...ofTimeline,
      kind: z.literal('act').meta({ description: 'Of staff, by hand.' }),
      action: z.string().meta({ example: 'customer.disable' }),
      actor: z.string(),
      reason: z.string(),
    }),
  ])
  .meta({ id: 'CustomerTimelineEntry' });

const taxExemptionSchema = z
  .strictObject({
    reason: z.enum(exemptionReasons).exclude(['reverse_charge']),
    ...exemptionMembers,
  })
  .refine(({ country, region }) => region === null || country !== null, {
    path: ['country'],
    message: 'is needed with `region`',
  });

export const customerChangeBodySchema = z.strictObject({
  tags: z.array(textSchema(50)).max(50).optional(),
  note: textSchema(5000, 0).optional(),
  metafields: z
    .record(z.string().min(1).max(100), z.union([z.string().max(5000), z.number(), z.boolean()]))
    .refine((fields) => Object.keys(fields).length <= MAX_METAFIELDS, {
      error: `must have at most ${MAX_METAFIELDS} members`,
    })
    .refine((fields) => Buffer.byteLength(JSON.stringify(fields)) <= MAX_METAFIELDS_BYTES, {
      error: `must take at most ${MAX_METAFIELDS_BYTES} bytes as JSON`,
    })
    .meta({
      description: `At most ${MAX_METAFIELDS} members, which take at most ${MAX_METAFIELDS_BYTES} bytes as JSON.`,
    })
    .optional(),
  taxExemption: taxExemptionSchema.nullable().optional().meta({
    description:
      'Why the customer pays no tax on what is bought for no company; null: they pay. Carts show it at once, orders keep what they were placed with.',
  }),
});

export const customerMergeBodySchema = z.strictObject({
  loserId: idSchema('customer').meta({ description: 'The duplicate, whose account is closed.' }),
  reason: reasonSchema,
});

export const customerSchema = z
  .object({
    id: idSchema('customer'),
    email: z.string(),
    emailVerified: z.boolean(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    status: statusSchema,
    tags: z.array(z.string()),
    note: z.string().nullable().meta({
      description: 'Of staff, internal. Null without the permission `customerNotes:read`.',
    }),
    metafields: z.record(z.string(), z.unknown()),
    taxExemption: z
      .object({
        reason: z.enum(exemptionReasons).exclude(['reverse_charge']),
        certificate: z.string().nullable(),
        country: z.string().nullable(),
        region: z.string().nullable(),
        validUntil: z.iso.date().nullable(),
      })
      .nullable()
      .meta({ description: 'Why the customer pays no tax on what is bought for no company.' }),
    mergedIntoId: idSchema('customer')
      .nullable()
      .meta({ description: 'The customer that this one was merged into.' }),
    supersededAt: timestampSchema.nullable().meta({
      description:
        'When someone else proved the address. That disabled the account for good; its orders went to who proved it.',
    }),
    orders: z.int().meta({ description: 'Neither canceled nor expired.' }),
    lastOrderAt: timestampSchema.nullable(),
    spent: z.array(moneySchema).meta({ description: 'Paid and not paid back, by currency.' }),
    createdAt: timestampSchema,
  })
  .meta({ id: 'Customer', description: 'A customer as staff see them.' });
