import type { Context } from '../kernel/context.ts';
import type { DataRequestsService } from '../services/dataRequests.service.ts';

export async function purgeExports(
  ctx: Context,
  _payload: unknown,
  { dataRequests }: { dataRequests: Pick<DataRequestsService, 'purgeExports'> },
): Promise<void> {
  await dataRequests.purgeExports(ctx);
}
