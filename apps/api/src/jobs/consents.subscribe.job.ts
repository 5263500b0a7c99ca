import { z } from 'zod';
import { consentTopics } from '../domains/consents.enums.ts';
import { defineJob } from './defineJob.ts';

/** Asks an address by mail whether it wants newsletters, unless it has them. */
export const subscribeJob = defineJob({
  name: 'consents.subscribe',
  schema: z.object({
    email: z.string(),
    topics: z.array(z.enum(consentTopics)),
    locale: z.string().optional(),
    ip: z.string().optional(),
  }),
  maxAttempts: 5,
});
