import type { Context } from '../kernel/context.ts';
import type { CustomerGroupsService } from '../services/customerGroups.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { refreshGroupsJob } from './customerGroups.refresh.job.ts';

export async function refreshGroups(
  ctx: Context,
  { groupId }: JobPayload<typeof refreshGroupsJob>,
  { customerGroups }: { customerGroups: Pick<CustomerGroupsService, 'refresh' | 'refreshAll'> },
): Promise<void> {
  await (groupId === undefined
    ? customerGroups.refreshAll(ctx)
    : customerGroups.refresh(ctx, groupId));
}
