import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { hashToken, linkTokenOf } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { invalidToken } from './refusals.ts';
import { isPassword } from './requirePassword.ts';
import { selectToken, takeToken, voidTokens } from './tokenStatements.ts';

interface Verification {
  readonly token: string;
  /** Of the account, where the request has no session of it. */
  readonly password?: string | undefined;
  /** Who sends the request. */
  readonly userId?: string | undefined;
}

type Verified =
  | { readonly status: 'already_verified' }
  | { readonly status: 'verified'; readonly passwordReset?: { readonly token: string } };

const purpose = 'verify_email';

/**
 * Proves an address by the token of a mail. The token alone says that its reader owns the address, but
 * not that they chose the account's password: a stranger may have registered with the address. So
 * without a session of the account or its password, the password and the sessions go, and the answer
 * has a token by which the reader chooses a password at once.
 * @throws {AppError} invalid_token; invalid_credentials for a wrong password, which changes nothing.
 */
export async function verifyEmail(
  deps: AuthDeps,
  ctx: Context,
  { token, password, userId }: Verification,
): Promise<Verified> {
  const hash = hashToken(token);
  const [known] = await ctx.db.query(selectToken, { hash, purpose });
  if (known?.isProved) return { status: 'already_verified' };
  if (!known?.isValid) throw invalidToken();
  const keepsPassword =
    known.userId === userId || (await isPassword(deps, password, known.passwordHash));
  const verified = await inTransaction(ctx, async (ctx): Promise<Verified> => {
    const [taken] = await ctx.db.query(takeToken, { hash, purpose });
    if (!taken) return afterRace(ctx, hash);
    await proveAddressOf(deps, ctx, { ...taken, keepsPassword });
    if (keepsPassword) return { status: 'verified' };
    const reset = { ...taken, purpose: 'reset_password' } as const;
    await ctx.db.execute(voidTokens, reset);
    const tokenId = await issueToken(deps, ctx, reset);
    if (tokenId === undefined) return { status: 'verified' };
    return { status: 'verified', passwordReset: { token: linkTokenOf(deps.secret, tokenId) } };
  });
  // The next request may come before the notification does.
  deps.identity.forget(known.userId);
  return verified;
}

/** A second click has come at the same time. */
async function afterRace({ db }: Context, hash: string): Promise<Verified> {
  const [known] = await db.query(selectToken, { hash, purpose });
  if (known?.isProved) return { status: 'already_verified' };
  throw invalidToken();
}
