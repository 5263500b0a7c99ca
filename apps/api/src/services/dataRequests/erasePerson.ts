import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { findBlockers } from './blockers.ts';
import type { DataRequestsDeps } from './deps.ts';
import { erasureSteps, eraseAccounts } from './erasureSteps.ts';
import { readPerson, type Person } from './person.ts';
import { takeRequest, type DataRequest } from './requests.ts';

const refuseErasure = statement('dataRequests.refuse')<{ id: string; blockers: readonly string[] }>(
  `UPDATE data_requests SET state = 'refused', blockers = :blockers, finished_at = now()
   WHERE id = :id AND state = 'running'`,
);

const reopenAccounts = statement('dataRequests.reopenAccounts')<{ userIds: readonly string[] }>(
  `UPDATE users SET status = 'active' WHERE id = ANY (:userIds::text[]) AND status = 'disabled'`,
);

/** Guest orders and carts of a proved address become the customer's, so that later steps find them without it. */
const attachByEmail = statement('dataRequests.attachByEmail')<{
  customerId: string;
  emails: readonly string[];
}>(
  `WITH attached AS (
     UPDATE carts SET customer_id = :customerId WHERE customer_id IS NULL AND email = ANY (:emails::text[])
   )
   UPDATE orders SET customer_id = :customerId WHERE customer_id IS NULL AND email = ANY (:emails)`,
);

const selectCredit = statement('dataRequests.creditLeft')<
  { customerIds: readonly string[] },
  { id: string; balance: number; currency: string }
>(
  `SELECT a.id, a.balance, a.currency FROM credit_accounts a
   WHERE a.kind = 'store_credit' AND a.customer_id = ANY (:customerIds::text[]) AND a.balance > 0
   ORDER BY a.id`,
);

const selectFiles = statement('dataRequests.files')<
  { customerIds: readonly string[] },
  { fileKey: string | null }
>(
  `SELECT file_key AS "fileKey" FROM data_requests
   WHERE customer_id = ANY (:customerIds::text[]) AND file_key IS NOT NULL`,
);

const finishErasure = statement('dataRequests.finishErasure')<{ id: string }>(
  `UPDATE data_requests SET state = 'done', finished_at = now() WHERE id = :id AND state = 'running'`,
);

/**
 * Replaces all that says who a customer is, for ever. Each step is a transaction and may be run again;
 * the accounts come last, since by them a job that runs again finds the rest.
 */
export async function erasePerson(
  deps: DataRequestsDeps,
  ctx: Context,
  requestId: string,
): Promise<void> {
  const request = await takeRequest(ctx, requestId);
  if (!request) return;
  const { customerId } = request;
  const found = await readPerson(ctx, customerId);
  if (await refuseIfBlocked(ctx, request, found)) return;
  await ctx.db.execute(attachByEmail, { customerId, emails: found.provedEmails });
  const person = await readPerson(ctx, customerId);
  await forfeitCredit(deps, ctx, person);
  // Over the network, so outside of any transaction.
  for (const id of person.customerIds) await deps.payments.forgetCustomer(ctx, id);
  for (const { fileKey } of await ctx.db.query(selectFiles, person)) {
    if (fileKey !== null) await deps.storage.remove(fileKey);
  }
  for (const { run } of erasureSteps) {
    await inTransaction(ctx, (ctx) => run(deps, ctx, { person, request }));
  }
  await inTransaction(ctx, async (ctx) => {
    await eraseAccounts(ctx, person);
    if ((await ctx.db.execute(finishErasure, { id: requestId })) === 0) return;
    await emit(ctx, 'customer.erased', { requestId, customerId });
  });
}

/** What came in between the request and now; the account works again then. */
function refuseIfBlocked(ctx: Context, request: DataRequest, person: Person): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const blockers = await findBlockers(ctx, person, request);
    if (blockers.length === 0) return false;
    const { id, customerId } = request;
    const codes = [...new Set(blockers.map(({ code }) => code))];
    await ctx.db.execute(refuseErasure, { id, blockers: codes });
    await ctx.db.execute(reopenAccounts, { userIds: person.userIds });
    await emit(ctx, 'erasure.refused', { requestId: id, customerId });
    return true;
  });
}

async function forfeitCredit(
  { credit }: Pick<DataRequestsDeps, 'credit'>,
  ctx: Context,
  { customerIds }: Person,
): Promise<void> {
  for (const { id, balance, currency } of await ctx.db.query(selectCredit, { customerIds })) {
    const change = { amount: -balance, currency };
    await credit.adjust(ctx, id, { change, reason: 'forfeited by an erasure' });
  }
}
