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
  ownCreditEntriesQuerySchema,
  ownCreditEntrySchema,
  ownCreditSchema,
} from '../validators/credit.validator.ts';
import { ifMatchSchema, pageMetaSchema } from '../validators/shared.validator.ts';

const shared = { tag: 'Credit accounts', cache: 'private' } as const;
const own = {
  tag: 'My account',
  cache: 'private',
  method: 'get',
  permission: 'credit:read:own',
} as const;
const params = creditAccountParamsSchema;
const theAccount = {
  description: 'The account.',
  schema: creditAccountSchema,
  tagged: true,
} as const;

export const creditRoutes = defineRoutes({
  getGiftCardBalance: {
    tag: 'Gift cards',
    cache: 'private',
    method: 'post',
    path: '/gift-cards/balance',
    summary: 'Get the balance of a gift card',
    description:
      'A POST, so that the code appears in no log and no browser history. A client address may ask ten times a minute, unless the shop sets another limit (`CODE_RATE_LIMIT_MAX`); gift cards of checkouts count too.',
    permission: 'public',
    limit: { class: 'codes', per: 'code' },
    links: { 'gift-card-balance': { title: 'What is on a gift card (POST)' } },
    request: {
      body: giftCardBalanceBodySchema,
    },
    responses: {
      200: { description: 'The balance that can be spent.', schema: giftCardBalanceSchema },
    },
    errors: ['not_found'],
  },
  listCreditAccounts: {
    ...shared,
    method: 'get',
    path: '/admin/credit-accounts',
    summary: 'List gift cards and store credit',
    description: 'Newest first; filter by customer with `customerId`. Codes are never shown again.',
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
    description:
      'The balance is what can be spent: amounts that are held for orders are already deducted.',
    permission: 'creditAccounts:read',
    request: { params },
    responses: { 200: theAccount },
    errors: ['not_found'],
  },
  listCreditEntries: {
    ...shared,
    method: 'get',
    path: '/admin/credit-accounts/:accountId/entries',
    summary: 'List the ledger of a credit account',
    description:
      'Every change of the balance, which is the sum of the entries. Entries are never altered.',
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
      "This is the only answer that contains a gift card's code. It is stored encrypted for a day, for retries; the shop keeps a hash of the code.",
    permission: 'creditAccounts:write',
    idempotency: 'required',
    secretReply: true,
    request: {
      body: issueCreditBodySchema,
    },
    responses: { 201: { description: 'The account.', schema: issuedCreditSchema } },
    errors: ['state_conflict'],
  },
  adjustCredit: {
    ...shared,
    method: 'post',
    path: '/admin/credit-accounts/:accountId/adjust',
    summary: 'Adjust the balance of a credit account',
    description:
      'Adds to the balance or deducts from it, with a reason. Deducting more than can be spent is a 422: what is held for an order stays held. With `If-Match`, the adjustment is refused (412) if the account or its balance has changed since.',
    permission: 'creditAccounts:write',
    idempotency: 'required',
    request: { params, headers: ifMatchSchema, body: adjustCreditBodySchema },
    responses: { 200: theAccount },
    errors: ['not_found', 'insufficient_credit', 'precondition_failed'],
  },
  changeCredit: {
    ...shared,
    method: 'patch',
    path: '/admin/credit-accounts/:accountId',
    summary: 'Enable, disable or extend a gift card or store credit',
    description:
      'Absent members keep their values, and repeating the same change changes nothing. With `If-Match`, the change is refused (412) if the account or its balance has changed since. Amounts held for an order stay held.',
    permission: 'creditAccounts:write',
    request: { params, headers: ifMatchSchema, body: changeCreditBodySchema },
    responses: { 200: theAccount },
    errors: ['not_found', 'precondition_failed'],
  },
  disableCredit: {
    ...shared,
    method: 'post',
    path: '/admin/credit-accounts/:accountId/disable',
    summary: 'Disable a gift card or store credit',
    description:
      'Amounts held for an order stay held; nothing more can be spent. With `If-Match`, the account is disabled only as it was read (412 otherwise).',
    permission: 'creditAccounts:write',
    request: { params, headers: ifMatchSchema, body: reasonBodySchema },
    responses: { 200: theAccount },
    errors: ['not_found', 'precondition_failed'],
  },
  listOwnCredit: {
    ...own,
    path: '/me/credit',
    summary: 'Get my store credit',
    description:
      'By currency: what can be spent now, and the accounts it is on. A checkout with `useStoreCredit` spends what is in its currency, first what expires first.',
    request: {},
    responses: {
      200: { description: 'The store credit.', schema: z.array(ownCreditSchema) },
    },
    errors: [],
  },
  listOwnCreditEntries: {
    ...own,
    path: '/me/credit/entries',
    summary: 'List what changed my store credit',
    description: 'Every change of the balances of the accounts, newest first.',
    request: { query: ownCreditEntriesQuerySchema },
    responses: {
      200: {
        description: 'A page of the entries.',
        schema: z.array(ownCreditEntrySchema),
        meta: pageMetaSchema,
      },
    },
    errors: ['invalid_cursor'],
  },
});
