import type { Context } from '../kernel/context.ts';
import type { StorageService } from '../services/storage.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { removeObjectsJob } from './media.remove.job.ts';

export async function removeObjects(
  _ctx: Context,
  { keys }: JobPayload<typeof removeObjectsJob>,
  { storage }: { storage: Pick<StorageService, 'remove'> },
): Promise<void> {
  for (const key of keys) await storage.remove(key);
}
