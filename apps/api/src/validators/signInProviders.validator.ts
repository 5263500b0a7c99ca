import { z } from 'zod';
import { deviceTokenSchema, guestCartSchema, modeSchema, tokenSchema } from './auth.validator.ts';
import { idSchema, timestampSchema } from './shared.validator.ts';

const MAX_ADDRESS = 2000;

export const providerParamsSchema = z.object({
  provider: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
});

export const identityParamsSchema = z.object({ identityId: idSchema('identity') });

const redirectToSchema = z.string().max(MAX_ADDRESS).optional().meta({
  description:
    'The page to which the browser comes back, of one of the shop’s origins (SIGN_IN_ORIGINS). Left out: the root of the first.',
  example: 'https://shop.example.com/signed-in',
});

export const startBodySchema = z.strictObject({ redirectTo: redirectToSchema, mode: modeSchema });
export const linkBodySchema = z.strictObject({ redirectTo: redirectToSchema });

/** Printable ASCII (RFC 6749, appendix A), so that all of an answer fits the headers of a request. */
const answerSchema = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[ -~]*$/)
    .optional();

/** What providers send; they add parameters as they like. Codes of some have 1,500 characters. */
export const callbackQuerySchema = z.object({
  state: answerSchema(200),
  code: answerSchema(3000),
  iss: answerSchema(500),
  error: answerSchema(200),
});

const proof = {
  code: tokenSchema.meta({ description: 'Of the page’s fragment. Valid for two minutes, once.' }),
  secret: tokenSchema.meta({ description: 'Of the answer that began the sign-in.' }),
};

export const exchangeBodySchema = z.strictObject({
  ...proof,
  cartId: guestCartSchema,
  deviceToken: deviceTokenSchema,
});
export const addIdentityBodySchema = z.strictObject(proof);

export const providerSchema = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: 'For a button.', example: 'Google' }),
  })
  .meta({ id: 'SignInProvider', description: 'Someone whom people may sign in with.' });

export const begunSchema = z.object({
  url: z.string().meta({ description: 'Where the browser goes now.' }),
  secret: z.string().meta({
    description:
      'Keep it in this browser (`sessionStorage`), and show it with the code: a code alone opens nothing, so no one can slip another’s sign-in into a browser.',
  }),
  expiresAt: timestampSchema,
});

export const identitySchema = z
  .object({
    id: idSchema('identity'),
    provider: z.string(),
    name: z.string().meta({ description: 'Of the provider.', example: 'Google' }),
    email: z
      .string()
      .nullable()
      .meta({ description: 'As the provider gave it last; it need not be the account’s.' }),
    createdAt: timestampSchema,
    lastUsedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Identity', description: 'An account at a provider, by which its holder signs in.' });

export const removedIdentitySchema = z.object({ status: z.literal('removed') });
