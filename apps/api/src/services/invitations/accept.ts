import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { hashToken } from '../../utils/linkToken.ts';
import type { StaffMember } from '../staff.service.ts';
import type { InvitationsDeps } from './deps.ts';
import { requireInviterHolds } from './inviter.ts';
import { ownRole } from './send.ts';
import { claimInvitation, selectOpen } from './statements.ts';

interface Acceptance {
  readonly token: string;
  /** Of someone who has no account yet. */
  readonly password?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  /** Who is signed in, if anyone. */
  readonly userId?: string | undefined;
}

/**
 * Makes the person who has the mail a member of staff: a new one with a password, or, signed in, the one
 * whose verified address it is. Sign-ups that never proved the address are disabled.
 * @returns the member, and whether the account is new.
 * @throws {AppError} invalid_token for one that is wrong, used, revoked or too old; sign_in_required;
 *   validation_failed without a password that is needed; password_too_weak; own_role; state_conflict when
 *   the account is disabled, a role is gone, or the inviter may no longer give it.
 */
export async function acceptInvitation(
  deps: InvitationsDeps,
  ctx: Context,
  { token, password, userId, ...names }: Acceptance,
): Promise<{ member: StaffMember; isNew: boolean }> {
  const tokenHash = hashToken(token);
  const [open] = await ctx.db.query(selectOpen, { tokenHash });
  if (!open) throw isVoid();
  const passwordHash = await hashOf(deps, password, open.emailKey);
  return inTransaction(ctx, async (ctx) => {
    const [claimed] = await ctx.db.query(claimInvitation, { tokenHash });
    if (!claimed) throw isVoid();
    const { id, emailKey: email, roleIds, grantExpiresAt: until, invitedBy, locale } = claimed;
    const known = await deps.staff.findVerified(ctx, email);
    if (known) requireSelf(known, userId);
    else if (passwordHash === undefined) throw passwordRequired();
    if (known && invitedBy === `staff:${known.id}`) throw ownRole();
    const permissions = await permissionsOf(deps, ctx, roleIds);
    await requireInviterHolds(deps, ctx, { invitedBy, permissions, until });
    const account = { email, passwordHash, locale, ...names };
    const member = await deps.staff.join(ctx, {
      userId: known?.id,
      account,
      roleIds,
      expiresAt: until,
    });
    const as: Context = { ...ctx, actor: { kind: 'staff', id: member.id } };
    await deps.audit.record(as, {
      action: 'invitation.accept',
      subject: id,
      details: { userId: member.id, invitedBy },
      after: { roleIds, expiresAt: until },
    });
    return { member, isNew: !known };
  });
}

async function hashOf(
  { passwords }: InvitationsDeps,
  password: string | undefined,
  email: string,
): Promise<string | undefined> {
  if (password === undefined) return undefined;
  await passwords.requireStrong({ password, email });
  return passwords.hash(password);
}

/** The roles' permissions; they stay so until the transaction ends. @throws {AppError} state_conflict */
async function permissionsOf(
  { roles }: InvitationsDeps,
  ctx: Context,
  roleIds: readonly string[],
): Promise<string[]> {
  const permissions: string[] = [];
  for (const roleId of roleIds) {
    try {
      permissions.push(...(await roles.lockForGrant(ctx, roleId)).permissions);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      const message = 'A role of the invitation is gone. Ask for another invitation.';
      throw new AppError('state_conflict', message, { cause: error });
    }
  }
  return permissions;
}

/** @throws {AppError} sign_in_required, state_conflict */
function requireSelf(
  { id, status }: { readonly id: string; readonly status: string },
  userId: string | undefined,
): void {
  if (status !== 'active') throw new AppError('state_conflict', 'The account is disabled.');
  if (userId === id) return;
  const message = 'The address has an account. Sign in to it, then accept the invitation again.';
  throw new AppError('sign_in_required', message);
}

function passwordRequired(): AppError {
  const message = 'is required for a new account';
  return new AppError('validation_failed', `password ${message}.`, {
    errors: [{ path: 'password', code: 'required', message }],
  });
}

function isVoid(): AppError {
  const message = 'The invitation is wrong, used, revoked, or older than 7 days. Ask for another.';
  return new AppError('invalid_token', message);
}
