import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireFreshFactor } from '../../kernel/freshFactor.ts';
import type { Identity } from '../../kernel/identity.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { invalidToken, wrongPassword } from './refusals.ts';
import { isPassword, requirePassword } from './requirePassword.ts';
import { lockAddress } from './statements.ts';
import { selectCredentials, selectToken, takeToken, voidTokens } from './tokenStatements.ts';

const purpose = 'change_email';

interface EmailChange {
  readonly identity: Pick<Identity, 'userId' | 'hasFactor'>;
  readonly email: string;
  readonly password?: string | undefined;
}

/**
 * Begins to change an address: the new one gets a link that completes it, the old one is told. Whether
 * someone has the new address shows in its mail alone.
 * @throws {AppError} wrong_password; factor_required for a fresh second factor, where there is one, and
 *   for a fresh proof of an account without a password.
 */
export async function beginEmailChange(
  deps: AuthDeps,
  ctx: Context,
  { identity, email, password }: EmailChange,
): Promise<void> {
  const { userId, hasFactor } = identity;
  if (hasFactor || password === undefined) requireFreshFactor(ctx);
  if (password !== undefined) await requirePassword(deps, ctx, { userId, password });
  else if (await hasPassword(ctx, userId)) throw wrongPassword();
  await inTransaction(ctx, async (ctx) => {
    const tokenId = await issueToken(deps, ctx, { userId, purpose, email });
    const act = { action: 'email.requestChange', userId, isByPerson: true };
    await deps.audit.recordOfStaff(ctx, { ...act, details: { email } });
    if (tokenId !== undefined) await emit(ctx, 'user.email_change_requested', { userId, tokenId });
  });
}

async function hasPassword({ db }: Context, userId: string): Promise<boolean> {
  const [user] = await db.query(selectCredentials, { userId });
  return (user?.passwordHash ?? null) !== null;
}

interface Confirmation {
  readonly token: string;
  /** Of the account, where the request has no session of it. */
  readonly password?: string | undefined;
  /** Who sends the request. */
  readonly userId?: string | undefined;
}

/**
 * Completes the change of an address by the token that was sent to the new one. Its reader must be the
 * account's holder, too: else a stranger could name someone's address, have them open the link, and get
 * what belongs to the address into the stranger's account. A second click on the link changes nothing.
 * @throws {AppError} invalid_token, also when someone has proved the address meanwhile;
 *   invalid_credentials for a wrong password; sign_in_required without session and password.
 */
export async function completeEmailChange(
  deps: AuthDeps,
  ctx: Context,
  { token, password, userId: signedIn }: Confirmation,
): Promise<void> {
  const hash = hashToken(token);
  const [known] = await ctx.db.query(selectToken, { hash, purpose });
  if (known?.isProved) return;
  if (!known?.isValid) throw invalidToken();
  if (known.userId !== signedIn && !(await isPassword(deps, password, known.passwordHash))) {
    const advice = 'Sign in to the account whose address changes, or send its password.';
    throw new AppError('sign_in_required', `The link alone does not change the address. ${advice}`);
  }
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.query(lockAddress, { emailKey: known.email });
    const [now] = await ctx.db.query(selectToken, { hash, purpose });
    if (now?.isProved) return;
    const [taken] = await ctx.db.query(takeToken, { hash, purpose });
    if (!taken) throw invalidToken();
    const { userId } = taken;
    const [before] = await ctx.db.query(selectCredentials, { userId });
    if (!before) throw invalidToken();
    await proveAddressOf(deps, ctx, { ...taken, keepsPassword: true });
    for (const other of ['reset_password', 'verify_email']) {
      await ctx.db.execute(voidTokens, { userId, purpose: other });
    }
    await deps.audit.recordOfStaff(ctx, {
      action: 'email.change',
      userId,
      isByPerson: true,
      before: { email: before.email },
      after: { email: taken.email },
    });
    const at = new Date().toISOString();
    await emit(ctx, 'user.email_changed', { userId, previousEmail: before.email, at });
  });
  deps.identity.forget(known.userId);
}
