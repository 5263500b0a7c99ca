import type { AuthDeps } from './deps.ts';
import { openSession } from './openSession.ts';
import type { OpenedSession, SignInContext } from './signIn.ts';

interface Answered {
  readonly token: string;
  readonly answer: Parameters<AuthDeps['secondFactors']['answerChallenge']>[2];
  readonly rememberDevice: boolean;
  readonly deviceToken?: string | undefined;
}

/**
 * Opens the session that a sign-in waits for, once its second factor is given.
 * @throws {AppError} challenge_void, factor_invalid, rate_limited; invalid_credentials when the account
 *   has changed meanwhile.
 */
export async function answerChallenge(
  deps: AuthDeps,
  ctx: SignInContext,
  { token, answer, rememberDevice, deviceToken }: Answered,
): Promise<OpenedSession> {
  const { secondFactors } = deps;
  const signIn = await secondFactors.answerChallenge(ctx, token, answer);
  const opened = await openSession(deps, ctx, { ...signIn, deviceToken });
  if (rememberDevice && opened.deviceToken !== undefined) {
    const { userId } = signIn;
    await secondFactors.rememberDevice(ctx, { userId, deviceToken: opened.deviceToken });
  }
  return opened;
}
