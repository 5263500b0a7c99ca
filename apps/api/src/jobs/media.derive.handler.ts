import type { Context } from '../kernel/context.ts';
import type { MediaService } from '../services/media.service.ts';
import { UnreadableImageError } from '../utils/unreadableImageError.ts';
import type { JobPayload } from './defineJob.ts';
import type { deriveImageJob } from './media.derive.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function deriveImage(
  ctx: Context,
  { imageId }: JobPayload<typeof deriveImageJob>,
  { media }: { media: MediaService },
): Promise<void> {
  try {
    await media.derive(ctx, imageId);
  } catch (error) {
    if (error instanceof UnreadableImageError) throw new PermanentJobError(error.message);
    throw error;
  }
}
