/** Why something is not done with a table. */
interface Exception {
  readonly not: string;
}

/** How a table with something of a person is exported and erased: by name, or why not. */
interface PersonalTable {
  /** The section of exportSections.ts that contains it. */
  readonly export: string | Exception;
  /** The step of erasureSteps.ts that erases it; `accounts` are the last. */
  readonly erase: string | Exception;
}

const machineCopy: Exception = { not: 'A copy for machines of what another section has.' };
const withOrder = { export: 'orders', erase: 'orders' } as const;
const ofAccount = { erase: 'accounts' } as const;

const staffs = {
  export: { not: 'How a former member of staff looked at lists.' },
  erase: 'accounts',
} as const;

/**
 * Every table that says something of a person. A test compares it with the schema, so that a new
 * domain is not forgotten: a new table gets a line, and a section or a statement.
 */
export const personalData: Readonly<Record<string, PersonalTable>> = {
  api_keys: {
    export: { not: 'Of staff, for machines.' },
    erase: { not: 'Deleted with a user; those of former staff do nothing, and name no one.' },
  },
  audit_entries: { export: 'acts-of-staff', erase: 'audit' },
  backup_codes: { ...ofAccount, export: { not: 'Hashes of secrets.' } },
  carts: { export: 'carts', erase: 'orders' },
  cart_items: { export: 'carts', erase: 'orders' },
  consents: { export: 'consents', erase: 'consents' },
  companies: {
    export: { not: 'A business; the section of its members names it.' },
    erase: { not: 'What staff noted about a business.' },
  },
  company_locations: {
    export: { not: 'Addresses, tax status and terms of a business.' },
    erase: { not: 'Of a business that goes on buying; staff keep its addresses.' },
  },
  company_members: { ...ofAccount, export: 'companies' },
  credit_accounts: {
    export: 'store-credit',
    erase: { not: 'Balances of a customer who has no name then; the ledger stays.' },
  },
  credit_entries: { export: 'store-credit', erase: 'credit' },
  customer_addresses: { ...ofAccount, export: 'addresses' },
  customer_group_members: { ...ofAccount, export: 'groups' },
  customers: { ...ofAccount, export: 'profile' },
  data_requests: { export: 'data-requests', erase: 'exports' },
  disputes: { export: 'orders', erase: { not: 'Codes and amounts of a bank.' } },
  events: { export: machineCopy, erase: 'events' },
  factor_attempts: { ...ofAccount, export: { not: 'A count of wrong codes, for minutes.' } },
  files: { export: 'files', erase: 'files' },
  idempotency_keys: { export: machineCopy, erase: 'keptAnswers' },
  invitations: {
    export: { not: 'Of people who were asked to work here; what came of it is a role.' },
    erase: 'invitations',
  },
  newsletter_requests: {
    export: { not: 'A sign-up of the last week; what came of it is in consents.' },
    erase: 'consents',
  },
  order_history: withOrder,
  order_items: { export: 'orders', erase: { not: 'What was sold, for accounting.' } },
  orders: withOrder,
  passkeys: { ...ofAccount, export: 'second-factors' },
  payment_customers: {
    export: 'payment-providers',
    erase: { not: 'Deleted with the customer and their cards at the provider, before the steps.' },
  },
  payments: withOrder,
  provider_events: { export: machineCopy, erase: 'providerEvents' },
  remembered_devices: { ...ofAccount, export: 'remembered-devices' },
  provider_sign_ins: { ...ofAccount, export: { not: 'A sign-in of the last minutes.' } },
  refund_transfers: { export: machineCopy, erase: 'orders' },
  refunds: withOrder,
  role_grants: {
    export: 'profile',
    erase: { not: 'A role blocks the erasure; what has ended names no one.' },
  },
  saved_views: staffs,
  saved_payment_methods: { export: 'saved-cards', erase: 'savedCards' },
  sessions: { ...ofAccount, export: 'sessions' },
  sign_in_challenges: { ...ofAccount, export: { not: 'A sign-in of the last minutes.' } },
  staff_preferences: staffs,
  stripe_events: { export: machineCopy, erase: 'providerEvents' },
  totp_secrets: { ...ofAccount, export: 'second-factors' },
  uploads: {
    export: { not: 'How a file came, for a day; what came of it is in files.' },
    erase: 'files',
  },
  user_identities: { ...ofAccount, export: 'identities' },
  user_tokens: { ...ofAccount, export: 'mailed-links' },
  users: { ...ofAccount, export: 'profile' },
  webauthn_challenges: { ...ofAccount, export: { not: 'A sign-in of the last minutes.' } },
  workflow_steps: { export: machineCopy, erase: 'orders' },
  workflows: { export: machineCopy, erase: 'orders' },
};
