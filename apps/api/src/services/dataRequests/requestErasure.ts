import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { eraseDataJob } from '../../jobs/dataRequests.erase.job.ts';
import type { Context } from '../../kernel/context.ts';
import { blockedError, findBlockers, type ErasureTerms } from './blockers.ts';
import type { DataRequestsDeps } from './deps.ts';
import { readPerson } from './person.ts';
import { requesterOf } from './requestExport.ts';
import { openRequest, requireUnmerged, type DataRequest } from './requests.ts';

/** Requests in flight have ended by then, and the mail that says it was sent to an address that is still known. */
const DELAY_MS = 10 * 60_000;

/** Signs someone out everywhere, and no one in as them. The request knows whom it closed, should it be refused. */
const closeAccounts = statement('dataRequests.closeAccounts')<{
  requestId: string;
  userIds: readonly string[];
}>(
  `WITH ended AS (
     UPDATE sessions SET revoked_at = now(), revoked_reason = 'erasure_requested'
     WHERE user_id = ANY (:userIds::text[]) AND revoked_at IS NULL
   ), closed AS (
     UPDATE users SET status = 'disabled' WHERE id = ANY (:userIds) AND status = 'active' RETURNING id
   )
   UPDATE data_requests SET closed_user_ids = (SELECT coalesce(array_agg(id), '{}') FROM closed)
   WHERE id = :requestId`,
);

interface ErasureRequest extends ErasureTerms {
  readonly customerId: string;
  /** Of staff, for the audit log. */
  readonly reason?: string;
}

/**
 * Asks for the erasure of a customer, and closes the account at once. It cannot be taken back.
 * @throws {AppError} not_found; state_conflict for one who was merged into another; erasure_blocked with everything that stands in the way.
 */
export function requestErasure(
  { queue, audit }: Pick<DataRequestsDeps, 'queue' | 'audit'>,
  ctx: Context,
  { customerId, reason, ...terms }: ErasureRequest,
): Promise<DataRequest> {
  return inTransaction(ctx, async (ctx) => {
    // An erasure of a duplicate alone would leave the person in the shop.
    await requireUnmerged(ctx, customerId);
    const person = await readPerson(ctx, customerId);
    const blockers = await findBlockers(ctx, person, terms);
    if (blockers.length > 0) throw blockedError(blockers);
    const { request, isNew } = await openRequest(ctx, {
      kind: 'erasure',
      customerId,
      requestedBy: requesterOf(ctx),
      ...terms,
    });
    const requestId = request.id;
    if (reason !== undefined) {
      const details = { requestId, ...terms };
      const act = { action: 'customer.erase', subject: customerId, reason, details };
      await audit.record(ctx, { ...act, after: { request: 'erasure', state: request.state } });
    }
    if (!isNew) return request;
    await ctx.db.execute(closeAccounts, { requestId, userIds: person.userIds });
    await emit(ctx, 'erasure.requested', { requestId, customerId });
    const runAt = new Date(Date.now() + DELAY_MS);
    await queue.enqueue(ctx, eraseDataJob, { requestId }, { runAt });
    return request;
  });
}
