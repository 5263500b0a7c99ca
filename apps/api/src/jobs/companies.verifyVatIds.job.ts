import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Queues a question to the registry for each VAT id without an answer, or with an old one. */
export const verifyVatIdsJob = defineJob({
  name: 'companies.verifyVatIds',
  schema: z.object({}),
  maxAttempts: 3,
});
