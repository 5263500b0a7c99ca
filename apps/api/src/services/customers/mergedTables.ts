/** What a merge does with a column that leads to a customer or to their user. */
type Fate = 'moved' | { readonly stays: string };

const SIGN_IN: Fate = {
  stays: 'The duplicate’s account is closed; no one else signs in by its means.',
};
const STAFF: Fate = { stays: 'Of staff; a duplicate with a role is not merged.' };
const HISTORY: Fate = { stays: 'Who did something then, which no merge changes.' };

/**
 * Every column that leads to a customer or a user, as "table.column". A test compares the list with the
 * database, so that a new table is not forgotten: it gets a statement of moveStatements.ts, or a reason.
 */
export const mergedTables: Readonly<Record<string, Fate>> = {
  'api_keys.created_by': HISTORY,
  'api_keys.owner_id': STAFF,
  'audit_entries.actor': HISTORY,
  'audit_entries.subject': HISTORY,
  'backup_codes.user_id': SIGN_IN,
  'carts.customer_id': 'moved',
  'catalog_imports.created_by': HISTORY,
  'company_members.customer_id': 'moved',
  'consents.customer_id': {
    stays:
      'Proof of what an account has said; what holds then is added for the survivor’s address.',
  },
  'credit_accounts.customer_id': 'moved',
  'credit_entries.actor': HISTORY,
  'customer_addresses.customer_id': 'moved',
  'customer_group_members.customer_id': 'moved',
  'customers.merged_into_id': 'moved',
  'customers.user_id': SIGN_IN,
  'data_requests.customer_id': {
    stays: 'What the duplicate asked for; the survivor’s export and erasure include the duplicate.',
  },
  'data_requests.requested_by': HISTORY,
  'factor_attempts.user_id': SIGN_IN,
  'files.created_by': HISTORY,
  'files.customer_id': 'moved',
  'idempotency_keys.principal': { stays: 'Answers for retries, for a day.' },
  'invitations.invited_by': HISTORY,
  'order_history.actor': HISTORY,
  'orders.approved_by': 'moved',
  'orders.customer_id': 'moved',
  'passkeys.user_id': SIGN_IN,
  'payment_customers.customer_id': 'moved',
  'provider_sign_ins.user_id': SIGN_IN,
  'refunds.actor': HISTORY,
  'remembered_devices.user_id': SIGN_IN,
  'role_grants.user_id': STAFF,
  'saved_payment_methods.customer_id': 'moved',
  'saved_views.user_id': STAFF,
  'sessions.user_id': SIGN_IN,
  'sign_in_challenges.user_id': SIGN_IN,
  'staff_preferences.user_id': STAFF,
  'totp_secrets.user_id': SIGN_IN,
  'uploads.created_by': HISTORY,
  'uploads.customer_id': 'moved',
  'user_identities.user_id': SIGN_IN,
  'user_tokens.user_id': SIGN_IN,
  'webauthn_challenges.user_id': SIGN_IN,
};
