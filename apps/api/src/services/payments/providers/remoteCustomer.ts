import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RemoteProvider } from '../../../ports/paymentProvider.ts';
import { ProviderMissing } from '../../../ports/paymentProviderErrors.ts';

const selectCustomer = statement('payments.customer')<
  { customerId: string; provider: string },
  { providerId: string }
>(
  `SELECT provider_id AS "providerId" FROM payment_customers
   WHERE customer_id = :customerId AND provider = :provider`,
);

/** Of two that were made at the same time the first one stays. */
const keepCustomer = statement('payments.insertCustomer')<{
  customerId: string;
  provider: string;
  providerId: string;
}>(
  `INSERT INTO payment_customers (customer_id, provider, provider_id) VALUES (:customerId, :provider, :providerId)
   ON CONFLICT (customer_id, provider) DO NOTHING`,
);

const deleteCustomer = statement('payments.deleteCustomer')<{
  customerId: string | null;
  provider: string;
}>(`DELETE FROM payment_customers WHERE customer_id = :customerId AND provider = :provider`);

const selectCustomers = statement('payments.customersOf')<
  { customerId: string },
  { provider: string; providerId: string }
>(
  `SELECT provider, provider_id AS "providerId" FROM payment_customers WHERE customer_id = :customerId`,
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
): Promise<string | undefined> {
  if (customerId === null || !remote.createCustomer) return undefined;
  const { name: provider } = remote;
  const [known] = await ctx.db.query(selectCustomer, { customerId, provider });
  if (known) return known.providerId;
  const made = await remote.createCustomer({ customerId, attempt });
  await ctx.db.execute(keepCustomer, { customerId, provider, providerId: made });
  const [kept] = await ctx.db.query(selectCustomer, { customerId, provider });
  return kept?.providerId;
}

/** The provider knows this customer no more: the next payment makes another one. */
export async function forgetCustomer(
  ctx: Context,
  { name: provider }: RemoteProvider,
  { customerId }: Pick<Paying, 'customerId'>,
): Promise<void> {
  await ctx.db.execute(deleteCustomer, { customerId, provider });
}

/**
 * Has all providers detach the cards that are saved for a customer, and delete the customer. Outside of
 * any transaction. A provider that the shop has no longer is not asked.
 * @throws as the provider's calls do.
 */
export async function forgetEverywhere(
  { remotes }: { readonly remotes: readonly RemoteProvider[] },
  ctx: Context,
  customerId: string,
): Promise<void> {
  for (const { provider, providerId } of await ctx.db.query(selectCustomers, { customerId })) {
    const remote = remotes.find(({ name }) => name === provider);
    await detachCards(remote, providerId);
    await remote?.deleteCustomer?.(providerId);
    await ctx.db.execute(deleteCustomer, { customerId, provider });
  }
}

/** Also those that the shop has no row of. A customer who is gone has none. */
async function detachCards(remote: RemoteProvider | undefined, customer: string): Promise<void> {
  if (!remote?.savedMethods) return;
  try {
    for await (const { providerId } of remote.savedMethods.list(customer)) {
      await remote.savedMethods.detach(providerId);
    }
  } catch (error) {
    if (!(error instanceof ProviderMissing)) throw error;
  }
}
