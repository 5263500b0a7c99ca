import { statement } from '../../../db/client.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Patience, RemoteProvider } from '../../../ports/paymentProvider.ts';

const selectCustomer = statement<{ providerId: string }>(
  'payments.customer',
  `SELECT provider_id AS "providerId" FROM payment_customers
   WHERE customer_id = $1 AND provider = $2`,
);

/** Of two that were made at the same time the first one stays. */
const keepCustomer = statement<object>(
  'payments.keepCustomer',
  `INSERT INTO payment_customers (customer_id, provider, provider_id) VALUES ($1, $2, $3)
   ON CONFLICT (customer_id, provider) DO NOTHING`,
);

const deleteCustomer = statement<object>(
  'payments.forgetCustomer',
  `DELETE FROM payment_customers WHERE customer_id = $1 AND provider = $2`,
);

interface Paying {
  /** Ours; null for a guest. */
  readonly customerId: string | null;
  readonly attempt: number;
}

/**
 * The provider's id of a customer, who is made known there at the first payment: one there for each
 * of ours. A guest has none, and so have all where the provider keeps no customers. Outside of any transaction.
 * @throws as the provider's calls do.
 */
export async function remoteCustomerOf(
  ctx: Context,
  remote: RemoteProvider,
  { customerId, attempt }: Paying,
  patience?: Patience,
): Promise<string | undefined> {
  if (customerId === null || !remote.createCustomer) return undefined;
  const { name: provider } = remote;
  const [known] = await ctx.db.query(selectCustomer, [customerId, provider]);
  if (known) return known.providerId;
  const made = await remote.createCustomer({ customerId, attempt }, patience);
  await ctx.db.execute(keepCustomer, [customerId, provider, made]);
  const [kept] = await ctx.db.query(selectCustomer, [customerId, provider]);
  return kept?.providerId;
}

/** The provider knows this customer no more: the next payment makes another one. */
export async function forgetCustomer(
  ctx: Context,
  { name: provider }: RemoteProvider,
  { customerId }: Pick<Paying, 'customerId'>,
): Promise<void> {
  await ctx.db.execute(deleteCustomer, [customerId, provider]);
}
