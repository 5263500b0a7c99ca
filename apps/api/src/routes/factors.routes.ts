import { z } from 'zod';
import { MAX_PASSKEYS } from '../domains/factors.limits.ts';
import { defineRoutes } from '../kernel/route.ts';
import {
  signInCookiesSchema,
  refreshedSchema,
  signInSchema,
  webauthnOptionsSchema,
} from '../validators/auth.validator.ts';
import {
  addedFactorSchema,
  addedPasskeySchema,
  addPasskeyBodySchema,
  challengeBodySchema,
  deviceParamsSchema,
  factorsSchema,
  newBackupCodesSchema,
  passkeyParamsSchema,
  passkeySchema,
  passkeySignInBodySchema,
  pendingTotpSchema,
  rememberedDeviceSchema,
  removedSchema,
  renamePasskeyBodySchema,
  stepUpBodySchema,
  steppedUpSchema,
  totpCodeBodySchema,
} from '../validators/factors.validator.ts';

const shared = { tag: 'Second factors', cache: 'private' } as const;
const mine = { ...shared, permission: 'account:write:own' } as const;
const read = { ...shared, method: 'get', permission: 'account:read:own' } as const;
/** Nothing of these requests and answers is kept: they hold codes and tokens. */
const secret = { method: 'post', idempotency: 'none' } as const;
const open = { ...shared, ...secret, permission: 'public', ignoresCaller: true } as const;

const removed = { 200: { description: 'It is removed.', schema: removedSchema } } as const;

export const factorRoutes = defineRoutes({
  answerChallenge: {
    ...open,
    path: '/auth/challenge',
    summary: 'Give the second factor of a sign-in',
    description:
      'Opens the session that the sign-in waits for. Only the device that signed in can answer, within five minutes; after five wrong answers the challenge is void.',
    limit: 'codes',
    links: { challenge: { title: 'Give the second factor of a sign-in (POST)' } },
    request: { body: challengeBodySchema, cookies: signInCookiesSchema },
    responses: { 200: { description: 'The session.', schema: refreshedSchema } },
    errors: ['challenge_void', 'factor_invalid', 'invalid_credentials'],
  },
  askForPasskeySignIn: {
    ...open,
    path: '/auth/passkeys/sign-in/options',
    summary: 'Ask for a passkey to sign in with',
    description: 'The options for `navigator.credentials.get`, for any passkey of this shop.',
    limit: 'passkeyOptions',
    links: { 'passkey-options': { title: 'Ask for a passkey to sign in with (POST)' } },
    request: {},
    responses: { 200: { description: 'The options.', schema: webauthnOptionsSchema } },
    errors: [],
  },
  signInByPasskey: {
    ...open,
    path: '/auth/passkeys/sign-in',
    summary: 'Sign in with a passkey',
    description:
      'Needs no password and no other factor: the passkey must have verified its user, by PIN, finger or face.',
    limit: 'signIn',
    links: { 'passkey-sign-in': { title: 'Sign in with a passkey (POST)' } },
    request: { body: passkeySignInBodySchema, cookies: signInCookiesSchema },
    responses: { 200: { description: 'The session.', schema: signInSchema } },
    errors: ['factor_invalid', 'invalid_credentials'],
  },
  askForStepUp: {
    ...mine,
    ...secret,
    path: '/auth/step-up/options',
    summary: 'Ask for a passkey to prove again who you are',
    request: {},
    responses: { 200: { description: 'The options.', schema: webauthnOptionsSchema } },
    errors: [],
  },
  stepUp: {
    ...mine,
    ...secret,
    path: '/auth/step-up',
    summary: 'Prove again who you are',
    description:
      'With a code, a backup code or a passkey; the password is enough for those who have no second factor. It counts for `STEP_UP_MINUTES`, for what answers `factor_required` otherwise.',
    limit: 'codes',
    request: { body: stepUpBodySchema },
    responses: { 200: { description: 'The session is fresh again.', schema: steppedUpSchema } },
    errors: ['factor_invalid', 'factor_required'],
  },
  getFactors: {
    ...read,
    path: '/auth/factors',
    summary: 'Get your second factors',
    request: {},
    responses: { 200: { description: 'What you have added.', schema: factorsSchema } },
    errors: [],
  },
  beginTotp: {
    ...mine,
    ...secret,
    path: '/auth/factors/totp',
    summary: 'Begin adding an authenticator app',
    description:
      'The secret counts once a code of the app has confirmed it, within 15 minutes. This is the only answer that contains it.',
    freshFactor: true,
    request: {},
    responses: { 200: { description: 'What the app needs.', schema: pendingTotpSchema } },
    errors: ['factor_exists', 'email_not_verified'],
  },
  confirmTotp: {
    ...mine,
    ...secret,
    path: '/auth/factors/totp/confirm',
    summary: 'Confirm an authenticator app',
    description: 'With its first code. Sign-ins ask for a code from then on.',
    limit: 'codes',
    request: { body: totpCodeBodySchema },
    responses: { 200: { description: 'The app is added.', schema: addedFactorSchema } },
    errors: ['factor_invalid', 'email_not_verified'],
  },
  removeTotp: {
    ...mine,
    method: 'delete',
    path: '/auth/factors/totp',
    summary: 'Remove the authenticator app',
    freshFactor: true,
    request: {},
    responses: removed,
    errors: ['not_found'],
  },
  regenerateBackupCodes: {
    ...mine,
    ...secret,
    path: '/auth/factors/backup-codes',
    summary: 'Make new backup codes',
    description:
      'Ten codes; the earlier ones are void. This is the only answer that contains them.',
    freshFactor: true,
    request: {},
    responses: { 200: { description: 'The codes.', schema: newBackupCodesSchema } },
    errors: ['factor_missing'],
  },
  askForPasskey: {
    ...mine,
    ...secret,
    path: '/auth/passkeys/options',
    summary: 'Begin adding a passkey',
    description: 'The options for `navigator.credentials.create`.',
    freshFactor: true,
    request: {},
    responses: { 200: { description: 'The options.', schema: webauthnOptionsSchema } },
    errors: ['too_many_passkeys', 'email_not_verified'],
  },
  addPasskey: {
    ...mine,
    ...secret,
    path: '/auth/passkeys',
    summary: 'Add a passkey',
    description: `At most ${MAX_PASSKEYS}. It is a second factor, and signs in alone where it verifies its user.`,
    request: { body: addPasskeyBodySchema },
    responses: { 201: { description: 'The passkey.', schema: addedPasskeySchema } },
    errors: ['factor_invalid', 'too_many_passkeys', 'email_not_verified'],
  },
  listPasskeys: {
    ...read,
    path: '/auth/passkeys',
    summary: 'List your passkeys',
    request: {},
    responses: { 200: { description: 'All, oldest first.', schema: z.array(passkeySchema) } },
    errors: [],
  },
  renamePasskey: {
    ...mine,
    method: 'patch',
    path: '/auth/passkeys/:passkeyId',
    summary: 'Rename a passkey',
    request: { params: passkeyParamsSchema, body: renamePasskeyBodySchema },
    responses: { 200: { description: 'The passkey.', schema: passkeySchema } },
    errors: ['not_found'],
  },
  removePasskey: {
    ...mine,
    method: 'delete',
    path: '/auth/passkeys/:passkeyId',
    summary: 'Remove a passkey',
    freshFactor: true,
    request: { params: passkeyParamsSchema },
    responses: removed,
    errors: ['not_found', 'last_sign_in_method'],
  },
  listRememberedDevices: {
    ...read,
    path: '/auth/devices',
    summary: 'List remembered devices',
    description:
      'Those that sign in without a second factor. A new password and each change of the factors forget them all.',
    request: {},
    responses: {
      200: { description: 'Newest first.', schema: z.array(rememberedDeviceSchema) },
    },
    errors: [],
  },
  forgetDevice: {
    ...mine,
    method: 'delete',
    path: '/auth/devices/:deviceId',
    summary: 'Forget a remembered device',
    request: { params: deviceParamsSchema },
    responses: removed,
    errors: ['not_found'],
  },
});
