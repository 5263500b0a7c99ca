import { withDeps } from '../utils/withDeps.ts';
import { addPerson, findOwner } from './auth/addPerson.ts';
import { answerChallenge } from './auth/answerChallenge.ts';
import {
  endAllSessions,
  endReplaced,
  endSession,
  listSessions,
  logOut,
  readAccount,
  userOf,
} from './auth/account.ts';
import { beginEmailChange, completeEmailChange } from './auth/changeEmail.ts';
import { changePassword } from './auth/changePassword.ts';
import { completeSignIn } from './auth/completeSignIn.ts';
import type { AuthDeps } from './auth/deps.ts';
import { logIn } from './auth/logIn.ts';
import { openSession } from './auth/openSession.ts';
import { purgeAccounts } from './auth/purgeAccounts.ts';
import { refreshSession } from './auth/refreshSession.ts';
import { register } from './auth/register.ts';
import { answerMailRequest, requestMail } from './auth/requestMail.ts';
import { requirePassword } from './auth/requirePassword.ts';
import { resetPassword } from './auth/resetPassword.ts';
import { signInByPasskey } from './auth/signInByPasskey.ts';
import { verifyEmail } from './auth/verifyEmail.ts';

export type { Account, AccountSession, OpenedSession, SignInResult } from './auth/signIn.ts';

export type AuthService = ReturnType<typeof createAuthService>;

/** Accounts: sign-up, sign-in and sessions, proof of addresses, lost passwords. */
export function createAuthService(deps: AuthDeps) {
  return {
    account: readAccount,
    userOf,
    sessions: listSessions,
    findOwner,
    purge: purgeAccounts,
    ...withDeps(deps, {
      register,
      logOut,
      endSession,
      endReplaced,
      endAllSessions,
      addPerson,
      logIn,
      signInByPasskey,
      answerChallenge,
      completeSignIn,
      openSession,
      refresh: refreshSession,
      requirePassword,
      changePassword,
      beginEmailChange,
      completeEmailChange,
      verifyEmail,
      resetPassword,
      requestMail,
      answerMailRequest,
    }),
  };
}
