import { z } from 'zod';
import { defineDomain } from './defineDomain.ts';

export const apiKeys = defineDomain({
  idPrefixes: { apiKey: 'key' },
  errors: {
    publishable_key_required: [401, 'A publishable key is required'],
    origin_not_allowed: [403, 'The origin may not use this key'],
  },
  permissions: ['apiKeys:read', 'apiKeys:write'],
  tags: {
    'API keys': {
      group: 'Staff',
      description:
        'What machines show instead of signing in: publishable keys of storefronts (`X-Publishable-Key`), and secret keys of servers (`Authorization: Bearer`).',
    },
  },
  busEvents: {
    /** Sent by a trigger: a key was made, changed, rotated or revoked. */
    'apiKeys.changed': z.object({ id: z.string() }),
  },
});
