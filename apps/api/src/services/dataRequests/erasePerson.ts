import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { beginErasure } from './beginErasure.ts';
import type { DataRequestsDeps } from './deps.ts';
import { eraseAccounts } from './eraseAccounts.ts';
import { erasureSteps } from './erasureSteps.ts';
import { eraseGuestOrders } from './guestOrders.ts';
import { takeRequest } from './requests.ts';

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
  const person = request && (await beginErasure(deps, ctx, request));
  if (!person) return;
  const { customerId } = request;
  // Over the network, so outside of any transaction.
  for (const id of person.customerIds) await deps.payments.forgetCustomer(ctx, id);
  for (const { fileKey } of await ctx.db.query(selectFiles, person)) {
    if (fileKey !== null) await deps.storage.remove(fileKey);
  }
  await eraseGuestOrders(deps, ctx, { requestId, emails: person.provedEmails });
  for (const { run } of erasureSteps) {
    await inTransaction(ctx, (ctx) => run(deps, ctx, { person, requestId }));
  }
  await inTransaction(ctx, async (ctx) => {
    await eraseAccounts(ctx, person);
    if ((await ctx.db.execute(finishErasure, { id: requestId })) === 0) return;
    await emit(ctx, 'customer.erased', { requestId, customerId });
  });
}
