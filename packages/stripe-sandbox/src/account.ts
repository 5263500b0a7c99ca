import type { Call } from './core.ts';
import type { JsonObject } from './types.ts';

/** GET /v1/account: enough to see that the key is right and whose it is. */
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

/** GET /v1/balance: what was captured and not refunded, by currency; there are no fees or payouts. */
export function retrieveBalance(call: Call): JsonObject {
  const available = call.core.store
    .rows(
      `SELECT doc ->> '$.currency' AS currency,
              sum((doc ->> '$.amount') - (doc ->> '$.amount_refunded')) AS amount
       FROM objects WHERE kind = 'charge' AND (doc ->> '$.captured') = 1 GROUP BY 1 ORDER BY 1`,
    )
    .map(({ currency, amount }) => ({ amount, currency, source_types: { card: amount } }));
  const none = { amount: 0, currency: 'usd', source_types: { card: 0 } };
  return {
    object: 'balance',
    available: available.length > 0 ? available : [none],
    livemode: false,
    pending: [none],
  };
}
