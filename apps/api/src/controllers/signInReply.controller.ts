import {
  ACCESS_COOKIE,
  clearedAccessCookie,
  DEVICE_COOKIE,
  REFRESH_COOKIE,
} from '../kernel/cookies.ts';
import type { DataReply } from '../kernel/reply.ts';
import type { Shown } from '../kernel/route.ts';
import { presentSession, presentUser } from '../presenters/auth.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { OpenedSession, SignInResult } from '../services/auth.service.ts';
import { ok } from '../utils/response.ts';
import type {
  newPasswordDoneSchema,
  refreshedSchema,
  signInSchema,
} from '../validators/auth.validator.ts';

const DAY_SECONDS = 86_400;
const REFRESH_SECONDS = 30 * DAY_SECONDS;
const DEVICE_SECONDS = 365 * DAY_SECONDS;

/** What follows a sign-in. */
export function replySignIn(
  result: SignInResult,
): DataReply<200, Shown<typeof signInSchema>, undefined> {
  if (result.status === 'signed_in') return replySession(result);
  const { passkey, expiresAt, ...rest } = result.challenge;
  const challenge = {
    ...rest,
    expiresAt: expiresAt.toISOString(),
    ...(passkey && { passkey: { ...passkey } }),
  };
  return ok({ status: 'factor_required', challenge } as const);
}

/** An open session, with its tokens in the answer or as cookies. */
export function replySession(
  opened: OpenedSession,
): DataReply<200, Shown<typeof refreshedSchema>, undefined> {
  const { account, accessToken, expiresIn, refreshToken, csrfToken, deviceToken } = opened;
  const { mode } = account;
  const shown = {
    status: 'signed_in',
    mode,
    expiresIn,
    user: presentUser(account),
    session: presentSession(account, account.sessionId),
  } as const;
  if (mode === 'cookie') {
    return { ...ok({ ...shown, csrfToken }), cookies: cookiesOf(opened) };
  }
  const device = deviceToken === undefined ? {} : { deviceToken };
  return ok({ ...shown, accessToken, tokenType: 'Bearer', refreshToken, ...device } as const);
}

/** A new password, after which this device alone is known: by the cookie or the token. */
export function replyPassword(
  deviceToken: string,
): DataReply<200, Shown<typeof newPasswordDoneSchema>, undefined> {
  const cookies = [authCookie(DEVICE_COOKIE, deviceToken, DEVICE_SECONDS)];
  return { ...ok({ status: 'done', deviceToken } as const), cookies };
}

/** Takes the cookies of a session away; that of the device stays. */
export const endedSessionCookies = [clearedAccessCookie, authCookie(REFRESH_COOKIE, '', 0)];

function cookiesOf({ accessToken, expiresIn, refreshToken, deviceToken }: OpenedSession): string[] {
  return [
    `${ACCESS_COOKIE}=${accessToken}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${expiresIn}`,
    authCookie(REFRESH_COOKIE, refreshToken, REFRESH_SECONDS),
    ...(deviceToken === undefined ? [] : [authCookie(DEVICE_COOKIE, deviceToken, DEVICE_SECONDS)]),
  ];
}

/** A cookie that is sent to the routes of accounts alone, and along with no request of another site. */
function authCookie(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=${API_BASE}/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=${seconds}`;
}
