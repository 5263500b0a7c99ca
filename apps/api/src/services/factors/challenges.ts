import { createHash, randomBytes } from 'node:crypto';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { FactorKind } from '../../domains/factors.enums.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { askFor } from './askPasskey.ts';
import { isAnyLeft } from './changeFactors.ts';
import type { FactorsDeps } from './deps.ts';
import { findRemembered } from './devices.ts';
import { proveFactor, type FactorAnswer } from './proveFactor.ts';
import { invalidFactor } from './refusals.ts';
import {
  closeChallenge,
  insertChallenge,
  selectFactors,
  takeTry,
  type FactorsRow,
  type OpenChallenge,
} from './statements.ts';

/** Then the challenge is void, and the first factor is asked for again. */
const MAX_TRIES = 5;

interface ClientContext extends Context {
  readonly userAgent?: string;
}

/** A sign-in whose first factor is proved. */
interface FirstFactor extends Pick<OpenChallenge, 'userId' | 'mode'> {
  readonly method: string;
  /** When a second factor was given with it. */
  readonly factorAt?: Date | null;
  readonly deviceToken?: string | undefined;
  readonly passwordChangedAt?: Date | null;
}

/** What a sign-in waits for. */
export interface FactorChallenge {
  readonly token: string;
  readonly factors: readonly FactorKind[];
  readonly expiresAt: Date;
  /** For `navigator.credentials.get`, where there is a passkey. */
  readonly passkey?: PublicKeyCredentialRequestOptionsJSON;
}

/** Whether a sign-in may go on, and when its second factor was given. */
type FactorVerdict =
  | { readonly challenge: FactorChallenge }
  | { readonly challenge?: undefined; readonly factorAt: Date | null };

/**
 * Asks for a second factor where there is one, unless it came with the first, or the device is
 * remembered.
 */
export async function judgeSignIn(
  deps: FactorsDeps,
  ctx: ClientContext,
  signIn: FirstFactor,
): Promise<FactorVerdict> {
  const { userId, factorAt = null, deviceToken } = signIn;
  if (factorAt !== null) return { factorAt };
  const [row] = await ctx.db.query(selectFactors, { userId });
  if (!row || !isAnyLeft(row)) return { factorAt: null };
  const remembered = await findRemembered(ctx, { userId, deviceToken });
  if (remembered) return { factorAt: remembered };
  return { challenge: await openChallenge(deps, ctx, signIn, row) };
}

async function openChallenge(
  deps: FactorsDeps,
  ctx: ClientContext,
  { userId, mode, method, passwordChangedAt = null }: FirstFactor,
  row: FactorsRow,
): Promise<FactorChallenge> {
  const token = randomBytes(32).toString('base64url');
  const device = deviceOf(ctx);
  const challenge = { hash: sha256(token), userId, mode, method, device, passwordChangedAt };
  const [opened] = await ctx.db.query(insertChallenge, challenge);
  if (!opened) throw new Error('A challenge was not stored');
  const { passkeys } = row;
  const hasPasskey = passkeys.some(({ isSuspected }) => !isSuspected);
  const factors: FactorKind[] = [];
  if (row.hasTotp) factors.push('totp');
  if (hasPasskey) factors.push('passkey');
  if (row.codesLeft > 0) factors.push('backup_code');
  return {
    token,
    factors,
    ...opened,
    ...(hasPasskey && {
      passkey: await askFor(deps, ctx, { purpose: 'challenge', userId, passkeys }),
    }),
  };
}

/**
 * Answers a challenge, which then opens one session. Each answer takes one of five tries before it is
 * looked at, so that parallel ones cannot share a try.
 * @throws {AppError} challenge_void, also on another device; factor_invalid with the tries that are
 *   left; rate_limited
 */
export async function answerChallenge(
  deps: FactorsDeps,
  ctx: ClientContext,
  token: string,
  answer: FactorAnswer,
): Promise<Omit<OpenChallenge, 'triesLeft'> & { factorAt: Date }> {
  const hash = sha256(token);
  const [open] = await ctx.db.query(takeTry, { hash, device: deviceOf(ctx), maxTries: MAX_TRIES });
  if (!open) throw voidChallenge();
  const { triesLeft, ...signIn } = open;
  try {
    await proveFactor(deps, ctx, { userId: signIn.userId, purpose: 'challenge' }, answer);
  } catch (error) {
    const isWrong = error instanceof AppError && error.code === 'factor_invalid';
    throw isWrong ? invalidFactor({ triesLeft }) : error;
  }
  const [closed] = await ctx.db.query(closeChallenge, { hash });
  if (!closed) throw voidChallenge();
  return { ...signIn, factorAt: new Date() };
}

function voidChallenge(): AppError {
  const advice = 'Sign in again.';
  return new AppError(
    'challenge_void',
    `The sign-in has expired, or was tried too often. ${advice}`,
  );
}

/** As what the client shows itself. */
function deviceOf({ userAgent = '' }: ClientContext): string {
  return sha256(userAgent);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
