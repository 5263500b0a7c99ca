import { z } from 'zod';
import { defineRoutes } from '../kernel/route.ts';
import { reasonBodySchema } from '../validators/admin.validator.ts';
import {
  adjustCreditBodySchema,
  changeCreditBodySchema,
  creditAccountParamsSchema,
  creditAccountSchema,
  creditEntriesQuerySchema,
  creditEntrySchema,
  creditListQuerySchema,
  giftCardBalanceBodySchema,
  giftCardBalanceSchema,
  issueCreditBodySchema,
  issuedCreditSchema,
} from '../validators/credit.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Credit accounts', cache: 'private' } as const;
const params = creditAccountParamsSchema;

export const creditRoutes = defineRoutes({
  getGiftCardBalance: {
    tag: 'Gift cards',
    cache: 'private',
    method: 'post',
    path: '/gift-cards/balance',
    summary: 'See what is on a gift card',
    description:
      'A POST, so that the code stands in no log and no history of a browser. An address may ask ten times a minute, unless the shop has set another limit (`CODE_RATE_LIMIT_MAX`); the gift cards of checkouts count too.',
    permission: 'public',
    bruteForceField: 'code',
    request: {
      body: giftCardBalanceBodySchema,
    },
    responses: { 200: { description: 'What can be spent.', schema: giftCardBalanceSchema } },
    errors: ['not_found'],
  },
  listCreditAccounts: {
    ...shared,
    method: 'get',
    path: '/admin/credit-accounts',
    summary: 'List gift cards and store credit',
    description: 'Newest first; of one customer with `customerId`. Codes are never shown again.',
    permission: 'creditAccounts:read',
    request: { query: creditListQuerySchema },
    responses: {
      200: {
        description: 'A page of accounts, newest first.',
        schema: z.array(creditAccountSchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
  getCreditAccount: {
    ...shared,
    method: 'get',
    path: '/admin/credit-accounts/:accountId',
    summary: 'Get a gift card or store credit',
    description: 'Its balance is what can be spent: what is held for orders is off it already.',
    permission: 'creditAccounts:read',
    request: { params },
    responses: {
      200: { description: 'The account.', schema: creditAccountSchema, tagged: true },
    },
    errors: ['not_found'],
  },
  listCreditEntries: {
    ...shared,
    method: 'get',
    path: '/admin/credit-accounts/:accountId/entries',
    summary: 'List the ledger of a credit account',
    description: 'Every change of its balance, which is their sum; nothing of it is ever altered.',
    permission: 'creditAccounts:read',
    request: { params, query: creditEntriesQuerySchema },
    responses: {
      200: {
        description: 'A page of the ledger, newest first.',
        schema: z.array(creditEntrySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['not_found', 'invalid_cursor'],
  },
  issueCredit: {
    ...shared,
    method: 'post',
    path: '/admin/credit-accounts',
    summary: 'Issue a gift card or store credit',
    description:
      "A gift card's code is in this answer alone, which is kept for a day for a retry, encrypted; the shop keeps a hash of it.",
    permission: 'creditAccounts:write',
    idempotency: 'required',
    secretReply: true,
    request: {
      body: issueCreditBodySchema,
    },
    responses: { 201: { description: 'The account.', schema: issuedCreditSchema } },
    errors: [],
  },
  adjustCredit: {
    ...shared,
    method: 'post',
    path: '/admin/credit-accounts/:accountId/adjust',
    summary: 'Correct the balance of a credit account',
    description:
      'Adds to it or takes from it, with a reason. More than can be spent is a 422: what is held for an order stays held.',
    permission: 'creditAccounts:write',
    idempotency: 'required',
    request: { params, body: adjustCreditBodySchema },
    responses: { 200: { description: 'The account.', schema: creditAccountSchema } },
    errors: ['not_found', 'insufficient_credit'],
  },
  changeCredit: {
    ...shared,
    method: 'patch',
    path: '/admin/credit-accounts/:accountId',
    summary: 'Enable, disable or extend a gift card or store credit',
    description:
      'What is left out stays as it is, and the same change again changes nothing. With `If-Match`, nothing is changed (412) when the account was, or its balance, since that tag. What is held for an order stays so.',
    permission: 'creditAccounts:write',
    request: { params, headers: ifMatchSchema, body: changeCreditBodySchema },
    responses: {
      200: { description: 'The account.', schema: creditAccountSchema, tagged: true },
    },
    errors: ['not_found', 'precondition_failed'],
  },
  disableCredit: {
    ...shared,
    method: 'post',
    path: '/admin/credit-accounts/:accountId/disable',
    summary: 'Disable a gift card or store credit',
    description: 'What is held for an order stays so; nothing more is spent.',
    permission: 'creditAccounts:write',
    request: { params, body: reasonBodySchema },
    responses: { 200: { description: 'The account.', schema: creditAccountSchema } },
    errors: ['not_found'],
  },
});
