import type { Context } from '../kernel/context.ts';
import type { DataRequestsService } from '../services/dataRequests.service.ts';

export async function eraseSettledOrders(
  ctx: Context,
  _payload: unknown,
  { dataRequests }: { dataRequests: Pick<DataRequestsService, 'eraseSettledOrders'> },
): Promise<void> {
  await dataRequests.eraseSettledOrders(ctx);
}
