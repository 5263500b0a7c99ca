import type { Shown } from '../kernel/route.ts';
import type { ApiKey, MadeApiKey } from '../services/apiKeys.service.ts';
import type { apiKeySchema, madeApiKeySchema } from '../validators/apiKeys.validator.ts';

/** A key for staff: never its secret. */
export function presentApiKey(key: ApiKey): Shown<typeof apiKeySchema> {
  const time = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: key.id,
    kind: key.kind === 'publishable' ? key.kind : 'secret',
    name: key.name,
    hint: key.hint,
    publicKey: key.publicKey,
    permissions: key.permissions,
    salesChannel: key.salesChannel,
    origins: key.origins,
    expiresAt: time(key.expiresAt),
    previousExpiresAt: time(key.previousExpiresAt),
    lastUsedAt: time(key.lastUsedAt),
    revokedAt: time(key.revokedAt),
    ownerId: key.ownerId,
    createdBy: key.createdBy,
    createdAt: key.createdAt.toISOString(),
  };
}

/** A key with its secret, for the one answer that shows it. */
export function presentMadeApiKey({ apiKey, key }: MadeApiKey): Shown<typeof madeApiKeySchema> {
  return { ...presentApiKey(apiKey), key };
}
