import type { Shown } from '../kernel/route.ts';
import type { Account, AccountSession } from '../services/auth.service.ts';
import { deviceOf } from '../utils/userAgent.ts';
import type { sessionSchema, userSchema } from '../validators/auth.validator.ts';

export function presentUser(account: Account): Shown<typeof userSchema> {
  return {
    id: account.userId,
    customerId: account.customerId,
    email: account.email,
    emailVerified: account.isVerified,
    firstName: account.firstName,
    lastName: account.lastName,
    locale: account.locale,
    createdAt: account.userCreatedAt.toISOString(),
  };
}

/** @param currentId the session of the request. */
export function presentSession(
  session: AccountSession,
  currentId: string | undefined,
): Shown<typeof sessionSchema> {
  return {
    id: session.sessionId,
    current: session.sessionId === currentId,
    mode: session.mode,
    device: session.userAgent && deviceOf(session.userAgent),
    address: session.ip,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}
