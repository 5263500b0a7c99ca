import { z } from 'zod';
import { documentation } from './variableDoc.ts';

/** What signs and encrypts; production refuses the demo values. */
export const secrets = {
  JWT_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description:
      "Signs guests' order tokens, and encrypts stored answers that contain a secret. At least 32 characters in production.",
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  CURSOR_SECRET: z.string().optional().register(documentation, {
    group: 'Secrets',
    description: 'Signs the cursors of paged lists. At least 32 characters in production.',
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
  ADMIN_API_KEY: z.string().optional().register(documentation, {
    group: 'Secrets',
    description: 'Bearer key with every permission. At least 32 characters in production.',
    default: 'random, kept in DATA_DIR/keys.json; none in production',
    example: 'openssl rand -base64 48',
    secret: true,
  }),
};
