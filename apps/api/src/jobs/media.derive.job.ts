import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes the smaller versions of a product's picture in the thread pool. */
export const deriveImageJob = defineJob({
  name: 'media.derive',
  schema: z.object({ imageId: z.string() }),
  maxAttempts: 5,
  // An import queues thousands of these; the processing of a payment must not wait behind them.
  priority: 10,
});
