import { z } from 'zod';
import { MAX_PASSKEYS } from '../domains/factors.limits.ts';
import { deviceTokenSchema, guestCartSchema, modeSchema } from './auth.validator.ts';
import { idSchema, lineSchema, timestampSchema } from './shared.validator.ts';

const codeSchema = z.string().trim().min(6).max(40).meta({
  description: 'Six digits of the authenticator app, or a backup code. Each counts once.',
  example: '492039',
});
const base64urlSchema = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/, 'must be base64url');
const extensionsSchema = z
  .record(z.string(), z.unknown())
  .optional()
  .meta({ description: 'Not used.' });

const credentialSchema = {
  id: base64urlSchema,
  rawId: base64urlSchema,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: extensionsSchema,
};

const assertionSchema = z
  .strictObject({
    ...credentialSchema,
    response: z.strictObject({
      clientDataJSON: base64urlSchema,
      authenticatorData: base64urlSchema,
      signature: base64urlSchema,
      userHandle: base64urlSchema.nullish(),
    }),
  })
  .meta({
    id: 'PasskeyAssertion',
    description: 'The credential of `navigator.credentials.get`, by its `toJSON()`.',
  });

const registrationSchema = z
  .strictObject({
    ...credentialSchema,
    response: z.strictObject({
      clientDataJSON: base64urlSchema,
      attestationObject: base64urlSchema,
      authenticatorData: base64urlSchema.optional(),
      publicKey: base64urlSchema.nullish(),
      publicKeyAlgorithm: z.int().optional(),
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  })
  .meta({
    id: 'PasskeyRegistration',
    description: 'The credential of `navigator.credentials.create`, by its `toJSON()`.',
  });

const nameSchema = lineSchema(60).meta({ description: 'As its owner calls it.', example: 'Phone' });

export const totpCodeBodySchema = z.strictObject({ code: codeSchema });
export const passkeyParamsSchema = z.object({ passkeyId: idSchema('passkey') });
export const deviceParamsSchema = z.object({ deviceId: idSchema('rememberedDevice') });
export const addPasskeyBodySchema = z.strictObject({
  name: nameSchema,
  credential: registrationSchema,
});
export const renamePasskeyBodySchema = z.strictObject({ name: nameSchema });

export const passkeySignInBodySchema = z.strictObject({
  passkey: assertionSchema,
  mode: modeSchema,
  cartId: guestCartSchema,
  deviceToken: deviceTokenSchema,
});

const challengeShape = {
  token: z.string().min(1).max(500).meta({ description: 'Of the `challenge` of the sign-in.' }),
  rememberDevice: z.boolean().default(false).meta({
    description:
      'Whether this device signs in without a second factor for 30 days, by its `deviceToken`.',
  }),
  cartId: guestCartSchema,
  deviceToken: deviceTokenSchema,
};

export const challengeBodySchema = z.union([
  z.strictObject({ ...challengeShape, code: codeSchema }),
  z.strictObject({ ...challengeShape, passkey: assertionSchema }),
]);

export const stepUpBodySchema = z.union([
  z.strictObject({ code: codeSchema }),
  z.strictObject({ passkey: assertionSchema }),
  z.strictObject({
    password: z.string().min(1).max(1000).meta({
      description: 'Of those who have no second factor.',
    }),
  }),
]);

export const passkeySchema = z
  .object({
    id: idSchema('passkey'),
    name: z.string(),
    synced: z.boolean().meta({ description: "Whether it is copied to the person's devices." }),
    suspended: z.boolean().meta({
      description: 'Whether it is refused, since its counter went back as that of a copy would.',
    }),
    createdAt: timestampSchema,
    lastUsedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'Passkey' });

export const factorsSchema = z
  .object({
    totp: z
      .object({ addedAt: timestampSchema })
      .nullable()
      .meta({ description: 'The authenticator app.' }),
    passkeys: z.array(passkeySchema).max(MAX_PASSKEYS),
    backupCodesLeft: z.int(),
    dueAt: timestampSchema.nullable().meta({
      description: 'By when someone of staff needs a second factor; null where none is missing.',
    }),
  })
  .meta({ id: 'SecondFactors' });

const backupCodesSchema = z.array(z.string()).meta({
  description: 'Each counts once. They are shown this once: the shop keeps their hashes.',
  example: ['7k2m-9qxd-0vtr-5hwe-3cna-8jgb'],
});

export const pendingTotpSchema = z
  .object({
    secret: z.string().meta({ description: 'In base 32, for those who type it.' }),
    uri: z.string().meta({ description: 'What the QR code holds (`otpauth:`).' }),
    svg: z.string().meta({ description: 'The QR code.' }),
    png: z.string().meta({ description: 'The QR code as a `data:` URL.' }),
  })
  .meta({ id: 'PendingTotp' });

export const addedFactorSchema = z.object({
  backupCodes: backupCodesSchema.nullable().meta({
    description: 'For those who had none. Shown this once; null for those who have codes.',
  }),
});

export const addedPasskeySchema = addedFactorSchema.extend({ passkey: passkeySchema });
export const newBackupCodesSchema = z.object({ backupCodes: backupCodesSchema });

export const removedSchema = z.object({ status: z.literal('removed') });

export const steppedUpSchema = z.object({
  status: z.literal('stepped_up'),
  expiresIn: z.int().meta({ description: 'Seconds for which it counts.', example: 600 }),
});

export const rememberedDeviceSchema = z
  .object({
    id: idSchema('rememberedDevice'),
    device: z
      .string()
      .nullable()
      .meta({ description: 'Browser or app, and system.', example: 'Firefox on Windows' }),
    address: z.string().nullable().meta({ description: 'Where the factor was given.' }),
    createdAt: timestampSchema,
    lastUsedAt: timestampSchema.nullable(),
    expiresAt: timestampSchema,
  })
  .meta({ id: 'RememberedDevice', description: 'Signs in without a second factor.' });
