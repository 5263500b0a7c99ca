import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { hashToken, linkTokenOf } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { invalidCredentials, invalidToken } from './refusals.ts';
import { lockAddress } from './statements.ts';
import {
  selectToken,
  selectUnproved,
  takeToken,
  voidTokens,
  type TokenHolder,
} from './tokenStatements.ts';

interface Verification {
  readonly token: string;
  /** Of an account of the address, where the request has no session of one. */
  readonly password?: string | undefined;
  /** Who sends the request. */
  readonly userId?: string | undefined;
}

type Verified =
  | { readonly status: 'already_verified' }
  | { readonly status: 'verified'; readonly passwordReset?: { readonly token: string } };

const purpose = 'verify_email';
/** More accounts than can be made of an address with passwords; those of providers have none. */
const MAX_ACCOUNTS = 20;

/**
 * Proves an address by the token of a mail. The token alone says that its reader owns the address, but
 * not that they chose the account's password: a stranger may have registered with the address, before
 * or after the owner did. So the account of the session or the password that comes along becomes the
 * address's only one, whichever the mail was for. Without either it is the mail's; the password and the
 * sessions go, and the answer has a token by which the reader chooses a password at once.
 * @throws {AppError} invalid_token; invalid_credentials for a wrong password, which changes nothing.
 */
export async function verifyEmail(
  deps: AuthDeps,
  ctx: Context,
  { token, password, userId: asking }: Verification,
): Promise<Verified> {
  const hash = hashToken(token);
  const known = await readLink(ctx, hash);
  if (isSettled(known)) return { status: 'already_verified' };
  const held = await findHeld(deps, ctx, { ...known, password, asking });
  const userId = held ?? known.userId;
  const verified = await inTransaction(ctx, async (ctx): Promise<Verified> => {
    const { email } = known;
    // Another link of the address may be used at the same time.
    await ctx.db.query(lockAddress, { emailKey: email });
    if (isSettled(await readLink(ctx, hash))) return { status: 'already_verified' };
    const [taken] = await ctx.db.query(takeToken, { hash, purpose });
    if (!taken) throw invalidToken();
    await proveAddressOf(deps, ctx, { userId, email, keepsPassword: held !== undefined });
    await ctx.db.execute(voidTokens, { userId, purpose });
    if (held !== undefined) return { status: 'verified' };
    const reset = { userId, email, purpose: 'reset_password' } as const;
    await ctx.db.execute(voidTokens, reset);
    const tokenId = await issueToken(deps, ctx, reset);
    if (tokenId === undefined) return { status: 'verified' };
    return { status: 'verified', passwordReset: { token: linkTokenOf(deps.secret, tokenId) } };
  });
  // The next request may come before the notification does.
  deps.identity.forget(userId);
  return verified;
}

interface Shown {
  readonly email: string;
  /** Whom the mail was for. */
  readonly userId: string;
  readonly password: string | undefined;
  readonly asking: string | undefined;
}

/**
 * The account that the reader of the mail is known to hold, of those that wait for the address.
 * @throws {AppError} invalid_credentials
 */
async function findHeld(
  { passwords }: AuthDeps,
  { db }: Context,
  { email, userId: linked, password, asking }: Shown,
): Promise<string | undefined> {
  const accounts = await db.query(selectUnproved, { email, linked, limit: MAX_ACCOUNTS });
  const own = accounts.find(({ userId }) => userId === asking);
  if (own) return own.userId;
  if (password === undefined) return undefined;
  for (const { userId, passwordHash } of accounts) {
    if (passwordHash === null) continue;
    if ((await passwords.verify(password, passwordHash)).isRight) return userId;
  }
  throw invalidCredentials();
}

/** Whether the address is proved, so that its link has nothing to do. */
function isSettled({ isProved, isSpent }: TokenHolder): boolean {
  return isProved || isSpent;
}

/** @throws {AppError} invalid_token for a link that does not exist, or can no longer be used. */
async function readLink({ db }: Context, hash: string): Promise<TokenHolder> {
  const [token] = await db.query(selectToken, { hash, purpose });
  if (!token || !(isSettled(token) || token.isValid)) throw invalidToken();
  return token;
}
