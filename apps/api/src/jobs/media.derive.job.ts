import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Makes the smaller versions of a file in the thread pool; of a product's stored picture, makes a file first. */
export const deriveImageJob = defineJob({
  name: 'media.derive',
  schema: z.union([z.object({ fileId: z.string() }), z.object({ imageId: z.string() })]),
  maxAttempts: 5,
  // An import queues thousands of these; the processing of a payment must not wait behind them.
  priority: 10,
});
