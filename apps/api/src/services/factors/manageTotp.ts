import { inTransaction } from '../../db/transaction.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { Identity } from '../../kernel/identity.ts';
import { recordAdded, recordRemoved } from './changeFactors.ts';
import type { FactorsDeps } from './deps.ts';
import { countAnswer } from './countAnswer.ts';
import { drawQrCode } from './qrCode.ts';
import { invalidFactor, requireVerified } from './refusals.ts';
import { forgetAttempts, putPendingSecret } from './statements.ts';
import { newSecret, otpauthUri } from './totp.ts';
import { totpPlace, useTotp } from './useTotp.ts';

/** What an authenticator app is given, once. */
export interface PendingTotp {
  /** In base 32, for those who type it. */
  readonly secret: string;
  readonly uri: string;
  readonly svg: string;
  readonly png: Buffer;
}

/**
 * Makes a secret for an authenticator app, which counts once a code has confirmed it.
 * @throws {AppError} factor_exists, email_not_verified
 */
export async function beginTotp(
  { encryption, shopName }: FactorsDeps,
  { db }: Context,
  identity: Identity,
): Promise<PendingTotp> {
  requireVerified(identity);
  const { userId } = identity;
  const { email } = await db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true },
  });
  const secret = await newSecret();
  const encrypted = encryption.encrypt(secret, totpPlace(userId));
  const [begun] = await db.query(putPendingSecret, { userId, secret: encrypted });
  if (!begun) {
    throw new AppError('factor_exists', 'There is an authenticator app already. Remove it first.');
  }
  const uri = await otpauthUri(secret, { shopName, email });
  return { secret, uri, ...(await drawQrCode(uri)) };
}

/**
 * Confirms the app with its first code, which then counts no longer.
 * @returns backup codes, for someone who has none.
 * @throws {AppError} factor_invalid, also when no secret is pending; rate_limited,
 *   email_not_verified
 */
export async function confirmTotp(
  deps: FactorsDeps,
  ctx: Context,
  identity: Identity,
  code: string,
): Promise<string[] | undefined> {
  requireVerified(identity);
  const { userId } = identity;
  await countAnswer(ctx, userId);
  const codes = await inTransaction(ctx, async (ctx) => {
    const isRight = await useTotp(deps, ctx, userId, { code, isConfirmed: false });
    if (!isRight) throw invalidFactor();
    await ctx.db.execute(forgetAttempts, { userId });
    return recordAdded(deps, ctx, identity, { kind: 'totp' });
  });
  deps.identity.forget(userId);
  return codes;
}

/** Removes the authenticator app. @throws {AppError} not_found */
export async function removeTotp(
  deps: FactorsDeps,
  ctx: Context,
  identity: Identity,
): Promise<void> {
  const { userId } = identity;
  await inTransaction(ctx, async (ctx) => {
    const where = { userId, confirmedAt: { not: null } };
    const { count } = await ctx.db.prisma.totpSecret.deleteMany({ where });
    if (count === 0) throw notFound('authenticator app');
    await recordRemoved(deps, ctx, identity, { kind: 'totp' });
  });
  deps.identity.forget(userId);
}
