import { defineDomain } from './defineDomain.ts';

export const credit = defineDomain({
  movesMoney: true,
  idPrefixes: { creditAccount: 'ca', creditEntry: 'ce' },
  errors: {
    insufficient_credit: [422, 'Not enough credit'],
    credit_unavailable: [422, 'The gift card or store credit cannot be used'],
  },
  permissions: ['creditAccounts:read', 'creditAccounts:write'],
  ownPermissions: { 'credit:read': 'verified' },
  tags: {
    'Gift cards': {
      group: 'Storefront',
      description: 'The balance of a gift card, for the holder of its code.',
    },
    'Credit accounts': {
      group: 'Staff',
      description: 'Gift cards and store credit: prepaid or granted balances and their ledgers.',
    },
  },
});
