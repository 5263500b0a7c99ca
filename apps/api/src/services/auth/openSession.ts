import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { invalidCredentials } from './refusals.ts';
import type { Account, OpenedSession, SignIn, SignInContext } from './signIn.ts';
import {
  announceSession,
  insertSession,
  lockAnnouncements,
  markFirstSignIn,
  selectPasswordChange,
  type NewSession,
} from './statements.ts';
import { isDeviceOf, newDeviceToken, newRefreshToken } from './tokens.ts';

/** As much of a user agent as is kept. */
const MAX_USER_AGENT = 500;

/**
 * Opens a session for someone who is proved, whichever way they signed in. Only the hash of the
 * refresh token is stored.
 * @throws {AppError} invalid_credentials when the account was disabled, or its password changed,
 *   since it was looked at.
 */
export async function openSession(
  deps: AuthDeps,
  ctx: SignInContext,
  { userId, method, mode, factorAt = null, deviceToken: shown, passwordChangedAt = null }: SignIn,
): Promise<OpenedSession> {
  const refreshToken = newRefreshToken();
  // A device keeps its token, by which it may be remembered.
  const holder =
    method === 'provider' ? await holderOf(ctx, userId) : { userId, passwordChangedAt };
  const isKnown = shown !== undefined && isDeviceOf(deps.secret, shown, holder);
  const session = {
    sessionId: newId('session'),
    userId,
    mode,
    ...originOf(ctx),
    factorAt,
    isPasswordKnown: method !== 'provider',
    passwordChangedAt,
    tokenHash: hashToken(refreshToken),
  };
  const account = await inTransaction(ctx, async (ctx) => {
    const opened = await (isKnown ? insert(ctx, session) : insertAnnounced(ctx, session));
    const details = { sessionId: opened.sessionId, method, hasFactor: factorAt !== null };
    const act = { action: 'session.open', userId, isByPerson: true };
    await deps.audit.recordOfStaff(ctx, { ...act, details });
    return opened;
  });
  const deviceToken = isKnown ? shown : newDeviceToken(deps.secret, holder);
  return { ...(await tokensOf(deps, account, refreshToken)), deviceToken };
}

/** A device token of a user for the password that they have now. */
export async function deviceTokenOf(
  { secret }: Pick<AuthDeps, 'secret'>,
  ctx: Context,
  userId: string,
): Promise<string> {
  return newDeviceToken(secret, await holderOf(ctx, userId));
}

async function holderOf({ db }: Context, userId: string) {
  const [user] = await db.query(selectPasswordChange, { userId });
  return { userId, passwordChangedAt: user?.passwordChangedAt ?? null };
}

async function insert({ db }: Context, session: NewSession): Promise<Account> {
  const [account] = await db.query(insertSession, session);
  if (!account) throw invalidCredentials();
  return account;
}

/**
 * Opens a session on a new device, in the caller's transaction, of which its user is told: not at the first sign-in of all, nor while
 * the address may be someone else's, and some times a day only, so that no mailbox is flooded.
 */
async function insertAnnounced(ctx: Context, session: NewSession): Promise<Account> {
  const { userId, sessionId } = session;
  const { db } = ctx;
  const isFirst = (await db.execute(markFirstSignIn, { userId })) > 0;
  const account = await insert(ctx, session);
  if (isFirst || !account.isVerified) return account;
  await db.query(lockAnnouncements, { userId });
  if ((await db.execute(announceSession, { sessionId })) > 0) {
    await emit(ctx, 'session.opened_on_new_device', { userId, sessionId });
  }
  return account;
}

/** A session's answer to its client. */
export async function tokensOf(
  { identity }: AuthDeps,
  account: Account,
  refreshToken: string,
): Promise<OpenedSession> {
  const { sessionId } = account;
  return {
    account,
    accessToken: await identity.issueToken(account),
    expiresIn: identity.tokenSeconds,
    refreshToken,
    csrfToken: identity.csrfTokenOf(sessionId),
  };
}

/** Where a session is used from. */
export function originOf({ clientAddress, userAgent }: SignInContext) {
  return { ip: clientAddress ?? null, userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null };
}
