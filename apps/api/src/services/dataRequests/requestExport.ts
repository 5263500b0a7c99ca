import { inTransaction } from '../../db/transaction.ts';
import { exportDataJob } from '../../jobs/dataRequests.export.job.ts';
import { actorName, type Context } from '../../kernel/context.ts';
import type { DataRequestsDeps } from './deps.ts';
import { openRequest, requireUnmerged, type DataRequest } from './requests.ts';

interface ExportRequest {
  readonly customerId: string;
  /** Of staff, for the audit log. */
  readonly reason?: string;
}

/**
 * Asks for a file with all that the shop has of a customer. While one is being made, and for an hour
 * after, that is the answer: of five that ask at the same time, one job makes one file.
 * @throws {AppError} not_found; state_conflict for one who was merged into another.
 */
export function requestExport(
  { queue, audit }: Pick<DataRequestsDeps, 'queue' | 'audit'>,
  ctx: Context,
  { customerId, reason }: ExportRequest,
): Promise<DataRequest> {
  return inTransaction(ctx, async (ctx) => {
    await requireUnmerged(ctx, customerId);
    const requestedBy = requesterOf(ctx);
    const { request, isNew } = await openRequest(ctx, { kind: 'export', customerId, requestedBy });
    if (isNew) await queue.enqueue(ctx, exportDataJob, { requestId: request.id });
    if (reason !== undefined) {
      const details = { requestId: request.id };
      const act = { action: 'customer.export', subject: customerId, reason, details };
      await audit.record(ctx, { ...act, after: { request: 'export', state: request.state } });
    }
    return request;
  });
}

/** Who asks, as it is kept: the customer, or a member of staff by their id. */
export function requesterOf({ actor }: Context): string {
  return actor.kind === 'staff' ? `staff:${actor.id}` : actorName(actor);
}
