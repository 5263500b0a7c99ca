import { isUniqueViolation } from '../../db/errors.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import type { AuthDeps } from './deps.ts';
import { invalidToken } from './refusals.ts';
import { setAside } from './setAside.ts';
import { lockAddress, revokeSessions } from './statements.ts';
import { proveAddress, supersedeOthers, voidTokens } from './tokenStatements.ts';

interface Proved {
  readonly userId: string;
  /** The address, which becomes the user's where it was not. */
  readonly email: string;
  /** Whether the account's password is known to be its holder's. */
  readonly keepsPassword: boolean;
  /** Whether who proves it is known to hold the account, too; as `keepsPassword` if left out. */
  readonly isHolder?: boolean;
}

/**
 * Makes an address that is proved a user's alone: others who registered with it are disabled. In the
 * same transaction, those who wait for it are told (`onVerified`).
 * @throws {AppError} invalid_token when another user has proved the address, or this one was disabled, or
 *   has proved it already and who proves it again is not known to hold the account.
 */
export async function proveAddressOf(
  { onVerified }: AuthDeps,
  ctx: Context,
  { userId, email, keepsPassword, isHolder = keepsPassword }: Proved,
): Promise<void> {
  const { db } = ctx;
  await db.query(lockAddress, { emailKey: email });
  const claimed = await claimAddress(ctx, { userId, email, keepsPassword, isHolder });
  const { customerId: formerId, isFirst } = claimed;
  const former = formerId !== null && !isHolder && { userId, customerId: formerId, email };
  const newCustomerId = former ? await setAside(ctx, former) : undefined;
  const customerId = newCustomerId ?? formerId;
  const all = { sessionId: null, exceptId: null };
  // A change that a stranger has begun is not completed by a request that was checked before.
  if (!isHolder) await db.execute(voidTokens, { userId, purpose: 'change_email' });
  if (!keepsPassword) {
    await db.execute(revokeSessions, { userId, ...all, reason: 'password_removed' });
  }
  for (const other of await db.query(supersedeOthers, { userId, email })) {
    await db.execute(revokeSessions, { userId: other.userId, ...all, reason: 'superseded' });
  }
  const formerCustomerId = newCustomerId === undefined ? null : formerId;
  const verified = { userId, customerId, formerCustomerId, email, keepsPassword, isHolder };
  await emit(ctx, 'user.verified', { userId, customerId, email, isFirst });
  for (const tell of onVerified) await tell(ctx, verified);
}

async function claimAddress({ db }: Context, proved: Required<Proved>) {
  try {
    const [row] = await db.query(proveAddress, { ...proved });
    if (row) return row;
  } catch (error) {
    if (!isUniqueViolation(error, 'users_verified_email_key')) throw error;
  }
  throw invalidToken();
}
