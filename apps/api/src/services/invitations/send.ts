import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import { customerRole } from '../../kernel/builtInRoles.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { requireHeldUntil } from '../../kernel/heldPermissions.ts';
import { newId } from '../../kernel/ids.ts';
import { requireFuture } from '../../kernel/requireFuture.ts';
import { hashToken, linkTokenOf } from '../../utils/linkToken.ts';
import type { InvitationsDeps } from './deps.ts';
import { getInvitation, type Invitation } from './findInvitations.ts';
import { inviterOf } from './inviter.ts';
import { lockInvitation, renewInvitation, revokeInvitationRow } from './statements.ts';
import { linkIdOf } from './linkId.ts';

const WEEK_MS = 7 * 86_400_000;

interface NewInvitation {
  readonly email: string;
  readonly roleIds: readonly string[];
  /** When the roles end; null or absent for an unlimited time. */
  readonly grantExpiresAt?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

/**
 * Invites someone to roles that the caller has.
 * @throws {AppError} not_found for a role, permission_not_held, own_role, role_built_in (customer),
 *   validation_failed
 */
export function invite(
  deps: InvitationsDeps,
  ctx: Context,
  { email, grantExpiresAt = null, locale = null, ...input }: NewInvitation,
): Promise<Invitation> {
  requireFuture(grantExpiresAt, 'grantExpiresAt');
  const roleIds = [...new Set(input.roleIds)];
  return inTransaction(ctx, async (ctx) => {
    await requireGivable(deps, ctx, roleIds, grantExpiresAt);
    const known = await deps.staff.findVerified(ctx, email);
    if (known && ctx.actor.kind === 'staff' && ctx.actor.id === known.id) throw ownRole();
    const id = newId('invitation');
    await ctx.db.prisma.invitation.create({
      data: {
        id,
        email,
        emailKey: email,
        locale,
        roleIds,
        grantExpiresAt,
        tokenHash: hashToken(linkTokenOf(deps.secret, linkIdOf({ id, number: 1 }))),
        expiresAt: new Date(Date.now() + WEEK_MS),
        invitedBy: inviterOf(ctx),
      },
    });
    await emit(ctx, 'invitation.sent', { invitationId: id, number: 1 });
    const after = { roleIds, grantExpiresAt };
    await deps.audit.record(ctx, { action: 'invitation.create', subject: id, after });
    return getInvitation(ctx, id);
  });
}

/**
 * Sends another mail; its link replaces the one before, for another 7 days. Who sends it is the inviter
 * from then on.
 * @throws {AppError} not_found, permission_not_held, state_conflict
 */
export function resendInvitation(
  deps: InvitationsDeps,
  ctx: Context,
  id: string,
): Promise<Invitation> {
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db.query(lockInvitation, { id });
    if (!row) throw notFound('invitation');
    if (!row.isOpen) throw hasEnded();
    const was = await getInvitation(ctx, id);
    const { roleIds, grantExpiresAt } = was;
    await requireGivable(deps, ctx, roleIds, grantExpiresAt);
    const number = row.sends + 1;
    const tokenHash = hashToken(linkTokenOf(deps.secret, linkIdOf({ id, number })));
    await ctx.db.execute(renewInvitation, { id, tokenHash, invitedBy: inviterOf(ctx) });
    await emit(ctx, 'invitation.sent', { invitationId: id, number });
    const resent = await getInvitation(ctx, id);
    const [before, after] = [{ expiresAt: was.expiresAt }, { expiresAt: resent.expiresAt }];
    await deps.audit.record(ctx, { action: 'invitation.resend', subject: id, before, after });
    return resent;
  });
}

/** Makes the link void. @throws {AppError} not_found, state_conflict */
export function revokeInvitation(
  { audit }: InvitationsDeps,
  ctx: Context,
  id: string,
  reason: string,
): Promise<Invitation> {
  return inTransaction(ctx, async (ctx) => {
    await getInvitation(ctx, id);
    const [revoked] = await ctx.db.query(revokeInvitationRow, { id });
    if (!revoked) throw hasEnded();
    const [before, after] = [{ isRevoked: false }, { isRevoked: true }];
    await audit.record(ctx, { action: 'invitation.revoke', subject: id, reason, before, after });
    return getInvitation(ctx, id);
  });
}

/** @throws {AppError} not_found, role_built_in, permission_not_held */
async function requireGivable(
  { roles }: InvitationsDeps,
  ctx: Context,
  roleIds: readonly string[],
  until: Date | string | null,
): Promise<void> {
  for (const roleId of roleIds) {
    const role = await roles.lockForGrant(ctx, roleId);
    if (role.builtIn && role.name === customerRole) {
      throw new AppError('role_built_in', 'Each customer has this role; no one is invited to it.');
    }
    requireHeldUntil(ctx, role.permissions, until);
  }
}

function hasEnded(): AppError {
  return new AppError('state_conflict', 'The invitation was accepted or revoked. Make another.');
}

export function ownRole(): AppError {
  return new AppError('own_role', 'No one changes their own roles. Ask another member of staff.');
}
