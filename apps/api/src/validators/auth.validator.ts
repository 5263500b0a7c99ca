import { z } from 'zod';
import { sessionModes } from '../domains/auth.enums.ts';
import { factorKinds } from '../domains/factors.enums.ts';
import { DEVICE_COOKIE, REFRESH_COOKIE } from '../kernel/cookies.ts';
import { newPasswordSchema, passwordSchema } from './passwords.validator.ts';
import {
  emailSchema,
  idSchema,
  lineSchema,
  localeSchema,
  timestampSchema,
} from './shared.validator.ts';

/** Longer than any token. */
export const tokenSchema = z.string().min(1).max(500);

export const modeSchema = z.enum(sessionModes).default('bearer').meta({
  description:
    '`bearer`: the answer has the tokens. `cookie`: they are cookies that scripts cannot read, and each write repeats `csrfToken` in the header `X-CSRF-Token`.',
});

export const deviceTokenSchema = tokenSchema.optional().meta({
  description: 'The `deviceToken` of an earlier sign-in on this device; browsers have a cookie.',
});

export const registerBodySchema = z.strictObject({
  email: emailSchema,
  password: newPasswordSchema,
  firstName: lineSchema(100).optional(),
  lastName: lineSchema(100).optional(),
  locale: localeSchema.optional().meta({
    description: 'Language and region of mails (BCP 47).',
    example: 'en-US',
  }),
});

export const guestCartSchema = idSchema('cart').optional().meta({
  description:
    "The guest's cart to take over, as `POST /me/cart/merge` does. Where a second factor is asked for, send it with that. A cart that is gone or bought does not keep the sign-in from succeeding.",
});

export const loginBodySchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  mode: modeSchema,
  cartId: guestCartSchema,
  deviceToken: deviceTokenSchema,
});

/** What a browser shows of earlier sign-ins. */
export const signInCookiesSchema = z.object({
  [DEVICE_COOKIE]: tokenSchema.optional(),
  [REFRESH_COOKIE]: tokenSchema.optional(),
});

export const refreshBodySchema = z.strictObject({
  refreshToken: tokenSchema.optional().meta({ description: 'Of a session in the mode `bearer`.' }),
});

export const refreshCookiesSchema = z.object({ [REFRESH_COOKIE]: tokenSchema.optional() });

export const changePasswordBodySchema = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: newPasswordSchema,
});

export const changeEmailBodySchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema.optional().meta({ description: 'Of accounts that have one.' }),
});

const linkTokenSchema = tokenSchema.meta({
  description: 'From the fragment of the link in the mail.',
});

export const verifyEmailBodySchema = z.strictObject({
  token: linkTokenSchema,
  password: passwordSchema.optional(),
});

export const addressBodySchema = z.strictObject({ email: emailSchema });

export const resetPasswordBodySchema = z.strictObject({
  token: linkTokenSchema,
  newPassword: newPasswordSchema,
});

export const sessionParamsSchema = z.object({ sessionId: idSchema('session') });

export const userSchema = z
  .object({
    id: idSchema('user'),
    customerId: idSchema('customer')
      .nullable()
      .meta({ description: 'Null for staff who are no customers.' }),
    email: z.string(),
    emailVerified: z.boolean(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    locale: z.string().nullable(),
    createdAt: timestampSchema,
  })
  .meta({ id: 'User', description: 'Someone who signs in.' });

export const sessionSchema = z
  .object({
    id: idSchema('session'),
    current: z.boolean().meta({ description: 'Whether it is the session of this request.' }),
    mode: z.enum(sessionModes),
    device: z
      .string()
      .nullable()
      .meta({ description: 'Browser or app, and system.', example: 'Firefox on Windows' }),
    address: z.string().nullable().meta({ description: 'The network it was used from last.' }),
    createdAt: timestampSchema,
    lastSeenAt: timestampSchema,
    expiresAt: timestampSchema,
  })
  .meta({ id: 'Session', description: 'A sign-in on one device.' });

const signedInSchema = z
  .object({
    status: z.literal('signed_in'),
    mode: z.enum(sessionModes),
    accessToken: z
      .string()
      .optional()
      .meta({ description: 'Send it as `Authorization: Bearer …`.' }),
    tokenType: z.literal('Bearer').optional(),
    expiresIn: z
      .int()
      .meta({ description: 'Seconds until the access token must be replaced.', example: 900 }),
    refreshToken: z.string().optional().meta({ description: 'For `POST /auth/refresh`, once.' }),
    csrfToken: z.string().optional().meta({ description: 'For the header `X-CSRF-Token`.' }),
    deviceToken: z
      .string()
      .optional()
      .meta({ description: 'For the next sign-in on this device.' }),
    user: userSchema,
    session: sessionSchema,
  })
  .meta({ id: 'SignedIn', description: 'An open session.' });

export const webauthnOptionsSchema = z.record(z.string(), z.unknown()).meta({
  description:
    'For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. Valid for five minutes, once.',
});

/** What a sign-in waits for. */
const factorChallengeSchema = z.object({
  token: z.string().meta({ description: 'For `POST /auth/challenge`, from this device.' }),
  factors: z.array(z.enum(factorKinds)),
  expiresAt: timestampSchema,
  passkey: webauthnOptionsSchema.optional(),
});

const factorRequiredSchema = z
  .object({
    status: z.literal('factor_required'),
    challenge: factorChallengeSchema,
  })
  .meta({
    id: 'FactorRequired',
    description: 'The password is right; a second factor is asked for.',
  });

export const signInSchema = z.discriminatedUnion('status', [signedInSchema, factorRequiredSchema]);
export const refreshedSchema = signedInSchema;

export const accountSchema = z.object({
  user: userSchema,
  session: sessionSchema,
  permissions: z
    .array(z.string())
    .meta({ description: 'By all roles, that of customers included.' }),
  csrfToken: z.string().optional().meta({ description: 'In the mode `cookie`.' }),
});

export const acceptedSchema = z.object({ status: z.literal('accepted') });
export const doneSchema = z.object({ status: z.literal('done') });
export const newPasswordDoneSchema = doneSchema.extend({
  deviceToken: z.string().meta({
    description:
      'For the next sign-in on this device, in place of the one before; browsers have a cookie.',
  }),
});
export const verifiedSchema = z.object({
  status: z.enum(['verified', 'already_verified']),
  passwordReset: z.object({ token: z.string() }).optional().meta({
    description:
      'For `POST /auth/reset-password`. Present where the request has shown neither a session of the account nor its password, which was therefore removed.',
  }),
});
export const signedOutSchema = z.object({ status: z.literal('signed_out') });
