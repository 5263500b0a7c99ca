import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Fetches a picture that a product links to, so that the shop serves it itself. */
export const fetchImageJob = defineJob({
  name: 'media.fetchImage',
  schema: z.object({ imageId: z.string() }),
  maxAttempts: 8,
  // An import queues thousands of these; the processing of a payment must not wait behind them.
  priority: 10,
});
