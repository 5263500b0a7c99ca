import { statement } from '../../../db/statement.ts';
import type { Context } from '../../../kernel/context.ts';
import type { PaymentToOpen, RemoteProvider } from '../../../ports/paymentProvider.ts';

interface RemoteSavedMethod {
  /** The provider's id. */
  readonly methodId: string;
  /** The provider's id of the customer that has it: after a merge not the one that new payments are for. */
  readonly remoteCustomerId: string | null;
}

const selectMethod = statement('payments.savedMethod')<
  { id: string; customerId: string | null; provider: string },
  RemoteSavedMethod,
  'methodId'
>(
  `SELECT method_id AS "methodId", remote_customer_id AS "remoteCustomerId" FROM saved_payment_methods
   WHERE id = :id AND customer_id = :customerId AND provider = :provider AND state = 'active'`,
);

const leaveOut = statement('payments.leaveOutSavedMethod')<{ id: string; attempt: number }>(
  `UPDATE payments SET saved_method_id = NULL, attempt = attempt + 1, updated_at = now()
   WHERE id = :id AND attempt = :attempt AND provider_id IS NULL`,
);

/** The saved card that a payment is to be made with, as the provider has it; undefined once it was removed. */
export async function remoteMethodOf(
  { db }: Context,
  { name: provider }: RemoteProvider,
  { savedMethodId: id, customerId }: PaymentToOpen,
): Promise<RemoteSavedMethod | undefined> {
  if (id === null) return undefined;
  const [saved] = await db.query(selectMethod, { id, customerId, provider });
  return saved;
}

/** The provider does not take this card: the next attempt has the payer choose another one. */
export async function leaveOutSavedMethod(
  { db }: Context,
  { id, attempt }: PaymentToOpen,
): Promise<void> {
  await db.execute(leaveOut, { id, attempt });
}
