import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { eraseDataJob } from '../../jobs/dataRequests.erase.job.ts';
import type { Context } from '../../kernel/context.ts';
import { blockedError, findBlockers } from './blockers.ts';
import type { DataRequestsDeps } from './deps.ts';
import { readPerson } from './person.ts';
import { requesterOf } from './requestExport.ts';
import { openRequest, type DataRequest } from './requests.ts';

/** Requests in flight have ended by then, and the mail that says it was sent to an address that is still known. */
const DELAY_MS = 10 * 60_000;

/** Signs someone out everywhere, and no one in as them. */
const closeAccounts = statement('dataRequests.closeAccounts')<{ userIds: readonly string[] }>(
  `WITH ended AS (
     UPDATE sessions SET revoked_at = now(), revoked_reason = 'erasure_requested'
     WHERE user_id = ANY (:userIds::text[]) AND revoked_at IS NULL
   )
   UPDATE users SET status = 'disabled' WHERE id = ANY (:userIds::text[]) AND status = 'active'`,
);

interface ErasureRequest {
  readonly customerId: string;
  readonly forfeitsCredit: boolean;
  /** Of staff, for the audit log. */
  readonly reason?: string;
}

/**
 * Asks for the erasure of a customer, and closes the account at once. It cannot be taken back.
 * @throws {AppError} not_found; erasure_blocked with everything that stands in the way.
 */
export function requestErasure(
  { queue, audit }: Pick<DataRequestsDeps, 'queue' | 'audit'>,
  ctx: Context,
  { customerId, forfeitsCredit, reason }: ErasureRequest,
): Promise<DataRequest> {
  return inTransaction(ctx, async (ctx) => {
    const person = await readPerson(ctx, customerId);
    const blockers = await findBlockers(ctx, person, { forfeitsCredit });
    if (blockers.length > 0) throw blockedError(blockers);
    const { request, isNew } = await openRequest(ctx, {
      kind: 'erasure',
      customerId,
      requestedBy: requesterOf(ctx),
      forfeitsCredit,
    });
    const requestId = request.id;
    if (reason !== undefined) {
      const details = { requestId, forfeitsCredit };
      await audit.record(ctx, { action: 'customer.erase', subject: customerId, reason, details });
    }
    if (!isNew) return request;
    await ctx.db.execute(closeAccounts, { userIds: person.userIds });
    await emit(ctx, 'erasure.requested', { requestId, customerId });
    const runAt = new Date(Date.now() + DELAY_MS);
    await queue.enqueue(ctx, eraseDataJob, { requestId }, { runAt });
    return request;
  });
}
