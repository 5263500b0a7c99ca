import { z } from 'zod';
import { UnreadableImageError, type MediaService } from '../services/media.service.ts';
import { defineJob, PermanentJobError } from './defineJob.ts';

/** Makes the smaller versions of a product's picture in the thread pool. */
export const deriveImageJob = defineJob({
  name: 'media.derive',
  schema: z.object({ imageId: z.string() }),
  maxAttempts: 5,
  // An import brings thousands; a payment that has come is not to stand in line behind them.
  priority: 10,
  async handle({ imageId }, ctx, { media }: { media: MediaService }) {
    try {
      await media.derive(ctx, imageId);
    } catch (error) {
      if (error instanceof UnreadableImageError) throw new PermanentJobError(error.message);
      throw error;
    }
  },
});
