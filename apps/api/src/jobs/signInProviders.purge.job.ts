import { z } from 'zod';
import { defineJob } from './defineJob.ts';

/** Deletes sign-ins with a provider that were not completed in time. By the clock. */
export const purgeSignInProvidersJob = defineJob({
  name: 'signInProviders.purge',
  schema: z.object({}),
  maxAttempts: 3,
});
