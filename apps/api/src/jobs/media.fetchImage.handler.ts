import type { Context } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import type { MediaService } from '../services/media.service.ts';
import type { JobPayload } from './defineJob.ts';
import type { fetchImageJob } from './media.fetchImage.job.ts';
import { PermanentJobError } from './permanentJobError.ts';

export async function fetchImage(
  ctx: Context,
  { imageId }: JobPayload<typeof fetchImageJob>,
  { media }: { media: Pick<MediaService, 'fetchImage'> },
): Promise<void> {
  try {
    await media.fetchImage(ctx, imageId);
  } catch (error) {
    // Another attempt may reach the server, and finds the same picture to refuse.
    if (error instanceof AppError && error.status === 422 && error.code !== 'url_unreachable') {
      throw new PermanentJobError(`${imageId}: ${error.message}`);
    }
    throw error;
  }
}
