import type { Context } from '../kernel/context.ts';
import type { DataRequestsService } from '../services/dataRequests.service.ts';
import type { exportDataJob } from './dataRequests.export.job.ts';
import type { JobPayload } from './defineJob.ts';

export async function exportData(
  ctx: Context,
  { requestId }: JobPayload<typeof exportDataJob>,
  { dataRequests }: { dataRequests: Pick<DataRequestsService, 'buildExport'> },
): Promise<void> {
  await dataRequests.buildExport(ctx, requestId);
}
