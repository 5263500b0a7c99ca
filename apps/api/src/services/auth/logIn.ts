import type { SessionMode } from '../../domains/auth.enums.ts';
import { clearAttempt, takeAttempt } from './attempts.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { AuthDeps } from './deps.ts';
import { recordRefusal } from './recordRefusal.ts';
import { invalidCredentials } from './refusals.ts';
import type { SignInContext, SignInResult } from './signIn.ts';
import { rehashPassword, selectCandidates, type Candidate } from './statements.ts';
import { MAX_REGISTERED } from './register.ts';
import { isDeviceOf } from './tokens.ts';

interface Login {
  readonly email: string;
  readonly password: string;
  readonly mode: SessionMode;
  readonly deviceToken?: string | undefined;
}

/**
 * Signs in with a password.
 * @throws {AppError} invalid_credentials, the same for an unknown address, a wrong password and a
 *   disabled account; rate_limited after too many wrong ones, also of an unknown address.
 */
export async function logIn(
  deps: AuthDeps,
  ctx: SignInContext,
  { email, password, mode, deviceToken }: Login,
): Promise<SignInResult> {
  const proved = await findHolder(deps, ctx, { email, password, deviceToken });
  const signIn = { ...proved, method: 'password', mode, deviceToken } as const;
  const result = await completeSignIn(deps, ctx, signIn);
  if (proved.needsRehash) {
    const { userId, passwordHash } = proved;
    const hash = await deps.passwords.hash(password);
    await ctx.db.execute(rehashPassword, { userId, before: passwordHash, hash });
  }
  return result;
}

/** Whose password it is. @throws {AppError} invalid_credentials, rate_limited */
async function findHolder(
  deps: AuthDeps,
  ctx: SignInContext,
  { email, password, deviceToken }: Omit<Login, 'mode'>,
) {
  const select = { emailKey: email, limit: MAX_REGISTERED };
  const candidates = await ctx.db.query(selectCandidates, select);
  const knownDevice = knownDeviceOf(deps, candidates, deviceToken);
  const attempt = await takeAttempt(deps, ctx, { email, knownDevice });
  const holder = await compare(deps, candidates, password);
  if (!holder) {
    const owner = candidates.find(({ isVerified }) => isVerified);
    if (owner) recordRefusal(deps, ctx, owner.userId);
    await deps.proofOfWork.recordFailure(ctx, email);
    throw invalidCredentials();
  }
  await clearAttempt(ctx, attempt, holder);
  return holder;
}

/**
 * The token, where it is of a device of the one who has proved the address. Those of others who have
 * registered with it would give them more guesses.
 */
function knownDeviceOf(
  { secret }: AuthDeps,
  [first]: readonly Candidate[],
  deviceToken: string | undefined,
): string | undefined {
  if (!first?.isVerified || deviceToken === undefined) return undefined;
  return isDeviceOf(secret, deviceToken, first) ? deviceToken : undefined;
}

/** A refusal takes as many comparisons whether the address has users or not. */
async function compare(
  { passwords }: AuthDeps,
  candidates: readonly Candidate[],
  password: string,
) {
  for (let at = 0; at < MAX_REGISTERED; at++) {
    const candidate = candidates[at];
    const passwordHash = candidate?.passwordHash ?? null;
    const { isRight, needsRehash } = await passwords.verify(password, passwordHash);
    if (candidate && passwordHash !== null && isRight) {
      return { ...candidate, passwordHash, needsRehash };
    }
  }
  return undefined;
}
