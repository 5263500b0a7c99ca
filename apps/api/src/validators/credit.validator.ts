import { z } from 'zod';
import { creditEntryKinds, creditKinds } from '../domains/credit.enums.ts';
import { visibleOf } from '../utils/plainText.ts';
import {
  currencySchema,
  cursorSchema,
  idSchema,
  limitSchema,
  moneySchema,
  reasonSchema,
  textSchema,
  timestampSchema,
} from './shared.validator.ts';

const kindSchema = z.enum(creditKinds).meta({
  description:
    '`gift_card`: spent by the holder of its code. `store_credit`: spent by one customer.',
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

/** Ten billion dollars: more than any card, and well within what a number represents exactly. */
const MAX_AMOUNT = 1_000_000_000_000;

const expirySchema = timestampSchema.refine(
  (time) => new Date(time) > new Date(),
  'must be in the future',
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
        "The customer's id. The shop keeps no customers yet, so the id is not checked: take it from the system that does. Only a customer who signs in with this id can spend the credit.",
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
    .meta({ description: 'The amount to add; negative to deduct.' }),
  reason: reasonSchema,
});

export const changeCreditBodySchema = z
  .strictObject({
    disabled: z.boolean().optional().meta({
      description:
        'Whether the account is disabled: nothing can be spent from it until it is enabled again.',
    }),
    expiresAt: expirySchema.nullable().optional().meta({ description: '`null`: never.' }),
    reason: reasonSchema,
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
  .meta({ description: 'The printed code; spaces, hyphens and case are ignored.' });

export const giftCardBalanceBodySchema = z.strictObject({ code: giftCardCodeSchema });

export const creditAccountSchema = z
  .object({
    id: idSchema('creditAccount'),
    kind: kindSchema,
    lastFour: z
      .string()
      .nullable()
      .meta({ description: "The last four characters of a gift card's code." }),
    customerId: z.string().nullable(),
    balance: moneySchema.meta({
      description: 'The amount that can be spent; the sum of the ledger.',
    }),
    expiresAt: timestampSchema.nullable(),
    disabledAt: timestampSchema.nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'CreditAccount', description: 'A gift card, or the store credit of a customer.' });

export const issuedCreditSchema = creditAccountSchema
  .extend({
    code: z.string().optional().meta({
      description:
        "A gift card's code. Only this answer contains it: the shop keeps a hash of the code, and this answer encrypted for a day, for retries.",
      example: '7K2M-9QXD-0VTR-5HWE',
    }),
  })
  .meta({ id: 'IssuedCredit' });

export const creditEntrySchema = z
  .object({
    id: idSchema('creditEntry'),
    kind: z.enum(creditEntryKinds),
    amount: moneySchema.meta({ description: 'Negative where it was spent.' }),
    reference: z.string().meta({ description: 'The payment, refund or request it came from.' }),
    actor: z.string(),
    note: z.string(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'CreditEntry', description: 'An entry in the ledger of a credit account.' });

export const giftCardBalanceSchema = z
  .object({ balance: moneySchema, expiresAt: timestampSchema.nullable() })
  .meta({ id: 'GiftCardBalance' });

export const ownCreditSchema = z
  .object({
    available: moneySchema.meta({ description: 'What can be spent now.' }),
    accounts: z.array(
      z.object({
        id: idSchema('creditAccount'),
        balance: moneySchema,
        usable: z.boolean().meta({
          description: 'Whether it can be spent: neither expired nor disabled.',
        }),
        expiresAt: timestampSchema.nullable(),
        createdAt: timestampSchema,
      }),
    ),
  })
  .meta({ id: 'OwnCredit', description: 'The store credit of a customer in one currency.' });

export const ownCreditEntriesQuerySchema = z.strictObject({
  currency: currencySchema.optional(),
  limit: limitSchema,
  cursor: cursorSchema.optional(),
});

export const ownCreditEntrySchema = z
  .object({
    id: idSchema('creditEntry'),
    accountId: idSchema('creditAccount'),
    kind: z.enum(creditEntryKinds).meta({
      description:
        '`held` for an order, `released` when the order was not paid, `refunded` after it.',
    }),
    amount: moneySchema.meta({ description: 'Negative where it was spent.' }),
    createdAt: timestampSchema,
  })
  .meta({ id: 'OwnCreditEntry', description: 'A change of the store credit of a customer.' });
