import type { JsonObject } from './types.ts';

/** GET /v1/account: enough to verify the key and its account. */
export const retrieveAccount = (): JsonObject => ({
  id: 'acct_sandbox',
  object: 'account',
  business_profile: { name: 'Cartwright sandbox' },
  capabilities: { card_payments: 'active', transfers: 'active' },
  charges_enabled: true,
  country: 'US',
  default_currency: 'usd',
  details_submitted: true,
  email: null,
  payouts_enabled: true,
  settings: { dashboard: { display_name: 'Cartwright sandbox', timezone: 'Etc/UTC' } },
  type: 'standard',
});
