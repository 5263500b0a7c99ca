import { z } from 'zod';

/** `providerName` is what people call the provider. */
const identity = z.object({
  identityId: z.string(),
  userId: z.string(),
  provider: z.string(),
  providerName: z.string(),
});

export const signInProvidersEvents = {
  /** A provider was added to an account that was there before. */
  'identity.linked': identity,
  'identity.removed': identity,
};
