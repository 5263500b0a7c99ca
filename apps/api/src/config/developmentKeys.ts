import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** The values that replace unset secrets under development, by variable. */
export const developmentKeysSchema = z.object({
  ADMIN_API_KEY: z.string().min(1),
  JWT_SECRET: z.string().min(1),
  JWT_SIGNING_KEY: z.string().min(1),
  CURSOR_SECRET: z.string().min(1),
  DATA_ENCRYPTION_KEYS: z.string().min(1),
  STRIPE_SECRET_KEY: z.string().regex(/^sk_test_\w+$/),
  STRIPE_PUBLISHABLE_KEY: z.string().regex(/^pk_test_\w+$/),
  STRIPE_WEBHOOK_SECRET: z.string().regex(/^whsec_\w+$/),
});

export type DevelopmentKeys = z.output<typeof developmentKeysSchema>;

/** Random keys: a stranger who reaches a shop under development must not become its staff. */
export function newDevelopmentKeys(): DevelopmentKeys {
  return {
    ADMIN_API_KEY: `dev_admin_${random()}`,
    JWT_SECRET: random(),
    JWT_SIGNING_KEY: newSigningKey(),
    CURSOR_SECRET: random(),
    DATA_ENCRYPTION_KEYS: random(),
    STRIPE_SECRET_KEY: `sk_test_${random()}`,
    STRIPE_PUBLISHABLE_KEY: `pk_test_${random()}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${random()}`,
  };
}

/** 32 letters and digits, 128 random bits. */
const random = () => randomBytes(16).toString('hex');

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
