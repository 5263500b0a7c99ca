import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireHeldUntil } from '../../kernel/heldPermissions.ts';
import type { InvitationsDeps } from './deps.ts';

/** Who invites: an actor as text, so that it can be asked later what they may still do. */
export function inviterOf({ actor, permissions }: Context): string {
  // Without permissions it is the admin key or the shop itself, which may do everything.
  return permissions && 'id' in actor ? `${actor.kind}:${actor.id}` : 'shop';
}

/**
 * Checks that the inviter still has, for long enough, what the invitation gives.
 * @throws {AppError} state_conflict
 */
export async function requireInviterHolds(
  { staff, apiKeys }: Pick<InvitationsDeps, 'staff' | 'apiKeys'>,
  ctx: Context,
  { invitedBy, permissions, until }: Gift,
): Promise<void> {
  const [kind, id = ''] = invitedBy.split(':');
  if (kind === 'shop') return;
  const rights = kind === 'staff' ? await staff.rightsOf(ctx, id) : await apiKeys.keyOf(ctx, id);
  try {
    requireHeldUntil(rights ?? NOTHING, permissions, until);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'permission_not_held') throw error;
    const message = 'The person who invited you may no longer do so. Ask for another invitation.';
    throw new AppError('state_conflict', message, { cause: error });
  }
}

interface Gift {
  readonly invitedBy: string;
  readonly permissions: readonly string[];
  readonly until: Date | null;
}

const NOTHING = { permissions: new Set<string>() };
