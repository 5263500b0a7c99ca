import { z } from 'zod';
import { creditEntryKinds, creditKinds } from '../domains/credit.enums.ts';
import { visibleOf } from '../utils/plainText.ts';
import {
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

const kindSchema = z.enum(creditKinds).meta({
  description:
    '`gift_card`: spent by whoever has its code. `store_credit`: spent by one customer alone.',
});
const customerSchema = z.string().min(1).max(64).meta({ description: "The customer's id." });

export const creditAccountParamsSchema = z.object({ accountId: idSchema('creditAccount') });

export const creditListQuerySchema = z.strictObject({
  kind: kindSchema.optional(),
  customerId: customerSchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const creditEntriesQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

/** Ten billion dollars: beyond any card, and far enough below what a number can hold. */
const MAX_AMOUNT = 1_000_000_000_000;

const expirySchema = timestampSchema.refine(
  (time) => new Date(time) > new Date(),
  'must lie ahead',
);

const issuedSchema = {
  amount: z.strictObject({
    amount: z.int().positive().max(MAX_AMOUNT),
    currency: currencySchema,
  }),
  expiresAt: expirySchema.optional(),
  note: textSchema(500).optional(),
};

export const issueCreditBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gift_card'), ...issuedSchema }),
  z.strictObject({
    kind: z.literal('store_credit'),
    customerId: customerSchema.meta({
      description:
        "The customer's id. Customers are not kept here, so it is not looked up: take it from where you keep them. Only who is signed in with this very id spends the credit.",
    }),
    ...issuedSchema,
  }),
]);

export const adjustCreditBodySchema = z.strictObject({
  amount: z
    .strictObject({
      amount: z
        .int()
        .min(-MAX_AMOUNT)
        .max(MAX_AMOUNT)
        .refine((amount) => amount !== 0, 'must not be 0'),
      currency: currencySchema,
    })
    .meta({ description: 'What is added; below zero, what is taken.' }),
  reason: textSchema(500, 3).meta({ description: 'Why; it is kept in the audit.' }),
});

export const changeCreditBodySchema = z
  .strictObject({
    disabled: z.boolean().optional().meta({
      description: 'Whether nothing can be spent from it, until it is enabled again.',
    }),
    expiresAt: expirySchema.nullable().optional().meta({ description: '`null`: never.' }),
    reason: textSchema(500, 3).meta({ description: 'Why; it is kept in the audit.' }),
  })
  .refine(({ disabled, expiresAt }) => disabled !== undefined || expiresAt !== undefined, {
    path: ['disabled'],
    message: 'is needed, or `expiresAt`',
  });

export const giftCardCodeSchema = z
  .string()
  .overwrite(visibleOf)
  .trim()
  .min(8)
  .max(40)
  .meta({ description: 'As it is printed; spaces, hyphens and capitals do not matter.' });

export const giftCardBalanceBodySchema = z.strictObject({ code: giftCardCodeSchema });

export const creditAccountSchema = z
  .object({
    id: idSchema('creditAccount'),
    kind: kindSchema,
    lastFour: z.string().nullable().meta({ description: "The end of a gift card's code." }),
    customerId: z.string().nullable(),
    balance: moneySchema.meta({ description: 'What can be spent; the sum of its ledger.' }),
    expiresAt: timestampSchema.nullable(),
    disabledAt: timestampSchema.nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'CreditAccount', description: 'A gift card, or the store credit of a customer.' });

export const issuedCreditSchema = creditAccountSchema
  .extend({
    code: z.string().optional().meta({
      description:
        "A gift card's code. It is told here alone: the shop keeps a hash of it, and this answer for a day for a retry, encrypted.",
      example: '7K2M-9QXD-0VTR-5HWE',
    }),
  })
  .meta({ id: 'IssuedCredit' });

export const creditEntrySchema = z
  .object({
    id: idSchema('creditEntry'),
    kind: z.enum(creditEntryKinds),
    amount: moneySchema.meta({ description: 'Below zero where it was spent.' }),
    reference: z.string().meta({ description: 'The payment, refund or request it came from.' }),
    actor: z.string(),
    note: z.string(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'CreditEntry', description: 'A row of the ledger of a credit account.' });

export const giftCardBalanceSchema = z
  .object({ balance: moneySchema, expiresAt: timestampSchema.nullable() })
  .meta({ id: 'GiftCardBalance' });

export type CreditAccountParams = z.output<typeof creditAccountParamsSchema>;
export type CreditListQuery = z.output<typeof creditListQuerySchema>;
export type CreditEntriesQuery = z.output<typeof creditEntriesQuerySchema>;
export type IssueCreditBody = z.output<typeof issueCreditBodySchema>;
export type AdjustCreditBody = z.output<typeof adjustCreditBodySchema>;
export type ChangeCreditBody = z.output<typeof changeCreditBodySchema>;
export type GiftCardBalanceBody = z.output<typeof giftCardBalanceBodySchema>;
