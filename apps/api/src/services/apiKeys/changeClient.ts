import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { requireFuture } from '../../kernel/requireFuture.ts';
import type { AuditService } from '../audit.service.ts';
import { getKey, type ApiKey } from './findKeys.ts';
import { lockKey } from './statements.ts';
import { ended, nounOf, requireMayGive } from './writeKeys.ts';

/** What is left out stays as it is. */
interface ClientChange {
  readonly name?: string | undefined;
  readonly permissions?: readonly string[] | undefined;
  /** Null for an unlimited time. */
  readonly expiresAt?: string | null | undefined;
}

/**
 * Changes what a client may do, until when, or its name. Who adds a permission, or has the client last
 * longer, holds what they give by it.
 * @throws {AppError} not_found, permission_not_held, state_conflict
 */
export function changeClient(
  { audit }: { readonly audit: Pick<AuditService, 'record'> },
  ctx: Context,
  id: string,
  change: ClientChange,
): Promise<ApiKey> {
  requireFuture(change.expiresAt);
  return inTransaction(ctx, async (ctx) => {
    const [locked] = await ctx.db.query(lockKey, { id });
    const before = await getKey(ctx, id);
    if (!locked) throw ended();
    const after = changed(before, change);
    requireMayGive(ctx, before.ownerId, given(before, after), after.expiresAt);
    await ctx.db.prisma.apiKey.update({
      where: { id },
      data: { ...after, permissions: [...after.permissions] },
    });
    await audit.record(ctx, {
      action: `${nounOf(before.kind)}.change`,
      subject: id,
      before: changeable(before),
      after,
    });
    return getKey(ctx, id);
  });
}

type Changeable = Pick<ApiKey, 'name' | 'permissions' | 'expiresAt'>;

const changeable = ({ name, permissions, expiresAt }: Changeable): Changeable => ({
  name,
  permissions,
  expiresAt,
});

function changed(before: Changeable, { name, permissions, expiresAt }: ClientChange): Changeable {
  return {
    name: name ?? before.name,
    permissions: permissions ? [...new Set(permissions)] : before.permissions,
    expiresAt: endOfChange(expiresAt, before),
  };
}

function endOfChange(to: string | null | undefined, { expiresAt }: Changeable): Date | null {
  if (to === undefined) return expiresAt;
  return to === null ? null : new Date(to);
}

/** The permissions that a change adds, or gives for longer. */
function given(before: Changeable, after: Changeable): readonly string[] {
  if (endOf(after) > endOf(before)) return after.permissions;
  return after.permissions.filter((permission) => !before.permissions.includes(permission));
}

const endOf = ({ expiresAt }: Changeable) => expiresAt?.getTime() ?? Infinity;
