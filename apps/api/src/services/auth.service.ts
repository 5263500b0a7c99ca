import { withDeps } from '../utils/withDeps.ts';
import { logOut, readAccount } from './auth/account.ts';
import { answerChallenge } from './auth/answerChallenge.ts';
import { completeSignIn } from './auth/completeSignIn.ts';
import type { AuthDeps } from './auth/deps.ts';
import { logIn } from './auth/logIn.ts';
import { openSession } from './auth/openSession.ts';
import { refreshSession } from './auth/refreshSession.ts';
import { register } from './auth/register.ts';
import { signInByPasskey } from './auth/signInByPasskey.ts';

export type { Account, OpenedSession, SignInResult } from './auth/signIn.ts';

export type AuthService = ReturnType<typeof createAuthService>;

/** Accounts: sign-up, sign-in and sessions. */
export function createAuthService(deps: AuthDeps) {
  return {
    account: readAccount,
    logOut,
    ...withDeps(deps, {
      register,
      logIn,
      signInByPasskey,
      answerChallenge,
      completeSignIn,
      openSession,
      refresh: refreshSession,
    }),
  };
}
