import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Asks the registry about the VAT id of a company's location. Tried for some hours, then again the next day. */
export const verifyVatIdJob = defineJob({
  name: 'companies.verifyVatId',
  schema: z.object({ locationId: z.string() }),
  maxAttempts: 9,
  priority: 5,
});
