import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { invalidToken } from './refusals.ts';
import { requirePassword } from './requirePassword.ts';
import { selectCredentials, takeToken, voidTokens } from './tokenStatements.ts';

const purpose = 'change_email';

interface EmailChange {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Begins to change an address: the new one gets a link that completes it, the old one is told. Whether
 * someone has the new address shows in its mail alone.
 * @throws {AppError} wrong_password
 */
export async function beginEmailChange(
  deps: AuthDeps,
  ctx: Context,
  { userId, email, password }: EmailChange,
): Promise<void> {
  await requirePassword(deps, ctx, { userId, password });
  await inTransaction(ctx, async (ctx) => {
    const tokenId = await issueToken(deps, ctx, { userId, purpose, email });
    if (tokenId !== undefined) await emit(ctx, 'user.email_change_requested', { userId, tokenId });
  });
}

/**
 * Completes the change of an address by the token that was sent to the new one.
 * @throws {AppError} invalid_token, also when someone has proved the address meanwhile.
 */
export async function completeEmailChange(
  deps: AuthDeps,
  ctx: Context,
  { token }: { token: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [taken] = await ctx.db.query(takeToken, { hash: hashToken(token), purpose });
    if (!taken) throw invalidToken();
    const { userId } = taken;
    const [before] = await ctx.db.query(selectCredentials, { userId });
    if (!before) throw invalidToken();
    await proveAddressOf(deps, ctx, { ...taken, keepsPassword: true });
    for (const other of ['reset_password', 'verify_email']) {
      await ctx.db.execute(voidTokens, { userId, purpose: other });
    }
    const at = new Date().toISOString();
    await emit(ctx, 'user.email_changed', { userId, previousEmail: before.email, at });
  });
}
