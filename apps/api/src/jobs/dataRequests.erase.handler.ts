import type { Context } from '../kernel/context.ts';
import type { DataRequestsService } from '../services/dataRequests.service.ts';
import type { eraseDataJob } from './dataRequests.erase.job.ts';
import type { JobPayload } from './defineJob.ts';

export async function eraseData(
  ctx: Context,
  { requestId }: JobPayload<typeof eraseDataJob>,
  { dataRequests }: { dataRequests: Pick<DataRequestsService, 'erase'> },
): Promise<void> {
  await dataRequests.erase(ctx, requestId);
}
