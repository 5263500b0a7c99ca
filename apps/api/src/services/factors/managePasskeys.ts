import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { inTransaction } from '../../db/transaction.ts';
import { MAX_PASSKEYS } from '../../domains/factors.limits.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { newId } from '../../kernel/ids.ts';
import { recordAdded, recordRemoved } from './changeFactors.ts';
import type { FactorsDeps } from './deps.ts';
import type { PasskeyRegistration } from './passkeyAnswers.ts';
import { invalidFactor, requireVerified } from './refusals.ts';
import { lockUser } from './statements.ts';
import { ANSWER_MS, loadWebauthn, newChallenge, takeChallenge } from './webauthn.ts';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly suspectedAt: Date | null;
}

const shown = {
  id: true,
  name: true,
  isBackedUp: true,
  createdAt: true,
  lastUsedAt: true,
  suspectedAt: true,
} as const;

/**
 * What a browser asks an authenticator for to make a passkey.
 * @throws {AppError} too_many_passkeys, email_not_verified
 */
export async function askForPasskey(
  { shopName, webauthn }: FactorsDeps,
  ctx: Context,
  identity: Identity,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  requireVerified(identity);
  const { userId } = identity;
  const { email, passkeys } = await ctx.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, passkeys: { select: { credentialId: true, transports: true } } },
  });
  if (passkeys.length >= MAX_PASSKEYS) throw tooMany();
  const { generateRegistrationOptions } = await loadWebauthn();
  return generateRegistrationOptions({
    rpName: shopName,
    rpID: webauthn.rpId,
    userID: new TextEncoder().encode(userId),
    userName: email,
    userDisplayName: email,
    challenge: await newChallenge(ctx, { purpose: 'register', userId }),
    timeout: ANSWER_MS,
    excludeCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

interface NewPasskey {
  readonly name: string;
  readonly response: PasskeyRegistration;
}

/**
 * Keeps a passkey that an authenticator has made.
 * @returns it, with backup codes for someone who has none.
 * @throws {AppError} factor_invalid, too_many_passkeys, email_not_verified
 */
export async function addPasskey(
  deps: FactorsDeps,
  ctx: Context,
  identity: Identity,
  { name, response }: NewPasskey,
): Promise<{ passkey: Passkey; backupCodes: string[] | undefined }> {
  requireVerified(identity);
  const { userId } = identity;
  const made = await verifyRegistration(deps, ctx, userId, response);
  const added = await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(lockUser, { userId });
    const count = await ctx.db.prisma.passkey.count({ where: { userId } });
    if (count >= MAX_PASSKEYS) throw tooMany();
    const { credentialId } = made;
    if (await ctx.db.prisma.passkey.findUnique({ where: { credentialId } })) throw invalidFactor();
    const data = { id: newId('passkey'), userId, name, ...made };
    const passkey = await ctx.db.prisma.passkey.create({ data, select: shown });
    const backupCodes = await recordAdded(deps, ctx, identity, { kind: 'passkey', name });
    return { passkey, backupCodes };
  });
  deps.identity.forget(userId);
  return added;
}

async function verifyRegistration(
  { webauthn }: FactorsDeps,
  ctx: Context,
  userId: string,
  response: PasskeyRegistration,
) {
  const asked = { purpose: 'register', userId } as const;
  const expectedChallenge = await takeChallenge(ctx, asked, response.response.clientDataJSON);
  if (expectedChallenge === undefined) throw invalidFactor();
  const { verifyRegistrationResponse } = await loadWebauthn();
  const { clientDataJSON, attestationObject, transports = [] } = response.response;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...response,
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin: [...webauthn.origins],
      expectedRPID: webauthn.rpId,
      requireUserVerification: false,
    });
    if (registrationInfo) {
      const { credential, credentialBackedUp } = registrationInfo;
      return {
        credentialId: credential.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports,
        isBackedUp: credentialBackedUp,
      };
    }
  } catch {
    // The library throws for whatever is not as it should be; nothing of it is the shop's failure.
  }
  throw invalidFactor();
}

/** Oldest first; there are at most {@link MAX_PASSKEYS}. */
export function listPasskeys({ db }: Context, { userId }: Identity): Promise<Passkey[]> {
  return db.prisma.passkey.findMany({
    where: { userId },
    select: shown,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** @throws {AppError} not_found, also for another's. */
export async function renamePasskey(
  { db }: Context,
  { userId }: Identity,
  { id, name }: { id: string; name: string },
): Promise<Passkey> {
  const where = { id, userId };
  const [passkey] = await db.prisma.passkey.updateManyAndReturn({
    where,
    data: { name },
    select: shown,
  });
  if (!passkey) throw notFound('passkey');
  return passkey;
}

/**
 * Removes a passkey, unless the account would have no way to sign in.
 * @throws {AppError} not_found, also for another's; last_sign_in_method
 */
export async function removePasskey(
  deps: FactorsDeps,
  ctx: Context,
  identity: Identity,
  id: string,
): Promise<void> {
  const { userId } = identity;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(lockUser, { userId });
    const where = { id, userId };
    const passkey = await ctx.db.prisma.passkey.findFirst({ where, select: shown });
    if (!passkey) throw notFound('passkey');
    await ctx.db.prisma.passkey.delete({ where: { id } });
    if (passkey.suspectedAt === null) await requireWayToSignIn(deps, ctx, userId);
    await recordRemoved(deps, ctx, identity, { kind: 'passkey', name: passkey.name });
  });
  deps.identity.forget(userId);
}

/** @throws {AppError} last_sign_in_method where nothing is left, which undoes what was removed. */
async function requireWayToSignIn(
  { signInProviders }: FactorsDeps,
  { db }: Context,
  userId: string,
): Promise<void> {
  const usable = { in: [...signInProviders] };
  const left = await db.prisma.user.count({
    where: {
      id: userId,
      OR: [
        { passwordHash: { not: null } },
        { passkeys: { some: { suspectedAt: null } } },
        { identities: { some: { provider: usable } } },
      ],
    },
  });
  if (left > 0) return;
  const advice = 'Set a password or add another passkey first.';
  throw new AppError('last_sign_in_method', `You could sign in no longer. ${advice}`);
}

function tooMany(): AppError {
  const advice = 'Remove one that you no longer use.';
  return new AppError('too_many_passkeys', `You have ${MAX_PASSKEYS} passkeys. ${advice}`);
}
