import type { Shown } from '../kernel/route.ts';
import type { BegunSignIn, UserIdentity } from '../services/signInProviders.service.ts';
import type { begunSchema, identitySchema } from '../validators/signInProviders.validator.ts';

export function presentBegun({ url, secret, expiresAt }: BegunSignIn): Shown<typeof begunSchema> {
  return { url, secret, expiresAt: expiresAt.toISOString() };
}

export function presentIdentity(identity: UserIdentity): Shown<typeof identitySchema> {
  const { id, provider, providerName, email, createdAt, lastUsedAt } = identity;
  return {
    id,
    provider,
    name: providerName,
    email,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
