import type { SessionMode } from '../../domains/auth.enums.ts';
import { completeSignIn } from './completeSignIn.ts';
import type { AuthDeps } from './deps.ts';
import { invalidCredentials } from './refusals.ts';
import type { SignInContext, SignInResult } from './signIn.ts';
import { rehashPassword, selectCandidates } from './statements.ts';

interface Login {
  readonly email: string;
  readonly password: string;
  readonly mode: SessionMode;
  readonly deviceToken?: string | undefined;
}

/**
 * How many users of one address are tried: the one who has proved it, and the newest of those who have
 * not. A refusal takes as many comparisons whether there are so many or none.
 */
const MAX_CANDIDATES = 3;

/**
 * Signs in with a password.
 * @throws {AppError} invalid_credentials, the same for an unknown address, a wrong password and a
 *   disabled account.
 */
export async function logIn(
  deps: AuthDeps,
  ctx: SignInContext,
  { email, password, mode, deviceToken }: Login,
): Promise<SignInResult> {
  const proved = await findHolder(deps, ctx, { email, password });
  const signIn = { ...proved, method: 'password', mode, deviceToken } as const;
  const result = await completeSignIn(deps, ctx, signIn);
  if (proved.needsRehash) {
    const { userId, passwordHash } = proved;
    const hash = await deps.passwords.hash(password);
    await ctx.db.execute(rehashPassword, { userId, before: passwordHash, hash });
  }
  return result;
}

/** Whose password it is. @throws {AppError} invalid_credentials */
async function findHolder(
  { passwords }: AuthDeps,
  { db }: SignInContext,
  { email, password }: Pick<Login, 'email' | 'password'>,
) {
  const candidates = await db.query(selectCandidates, { emailKey: email, limit: MAX_CANDIDATES });
  for (let at = 0; at < MAX_CANDIDATES; at++) {
    const candidate = candidates[at];
    const passwordHash = candidate?.passwordHash ?? null;
    const { isRight, needsRehash } = await passwords.verify(password, passwordHash);
    if (candidate && passwordHash !== null && isRight) {
      return { ...candidate, passwordHash, needsRehash };
    }
  }
  throw invalidCredentials();
}
