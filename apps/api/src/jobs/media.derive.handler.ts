import type { Context } from '../kernel/context.ts';
import type { MediaService } from '../services/media.service.ts';
import { UnreadableImageError } from '../utils/unreadableImageError.ts';
import type { JobPayload } from './defineJob.ts';
import type { deriveImageJob } from './media.derive.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function deriveImage(
  ctx: Context,
  payload: JobPayload<typeof deriveImageJob>,
  { media }: { media: Pick<MediaService, 'adoptImage' | 'deriveFile'> },
): Promise<void> {
  try {
    if ('fileId' in payload) await media.deriveFile(ctx, payload.fileId);
    else await media.adoptImage(ctx, payload.imageId);
  } catch (error) {
    if (error instanceof UnreadableImageError) throw new PermanentJobError(error.message);
    throw error;
  }
}
