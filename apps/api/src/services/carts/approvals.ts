import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/** A cart at the version that someone has seen. */
interface SeenCart {
  readonly id: string;
  readonly version: number;
}

const ask = statement('carts.askApproval')<{ id: string; version: number }>(
  `UPDATE carts SET approval_version = version,
     approval_asked_at = CASE WHEN approval_version = version THEN approval_asked_at ELSE now() END
   WHERE id = :id AND version = :version AND status = 'open'`,
);

/** What an approver changes needs no further request. */
const follow = statement('carts.followApproval')<{ id: string; before: number; after: number }>(
  `UPDATE carts SET approval_version = :after WHERE id = :id AND approval_version = :before`,
);

const selectVersion = statement('carts.approvalVersion')<
  { id: string },
  { approvalVersion: number | null }
>(`SELECT approval_version AS "approvalVersion" FROM carts WHERE id = :id`);

/** Puts a cart that its member may not check out into the list of approvals. */
export async function askApproval({ db }: Context, { id, version }: SeenCart): Promise<void> {
  await db.execute(ask, { id, version });
}

/** After a write of a cart: one of an approver keeps the request, one of its owner withdraws it. */
export async function followApproval(
  { db, actor }: Context,
  {
    id,
    version,
    customerId,
    companyLocationId,
  }: SeenCart & {
    readonly customerId: string | null;
    readonly companyLocationId: string | null;
  },
): Promise<void> {
  if (companyLocationId === null || actor.kind !== 'customer' || actor.id === customerId) return;
  await db.execute(follow, { id, before: version, after: version + 1 });
}

/**
 * For the checkout of another's cart, which is locked: what the approver was asked for is what they buy.
 * @throws {AppError} state_conflict where the owner has changed the cart since they asked.
 */
export async function requireAskedVersion(
  { db }: Context,
  { id, version }: SeenCart,
): Promise<void> {
  const [row] = await db.query(selectVersion, { id });
  const asked = row?.approvalVersion ?? null;
  if (asked === null || asked === version) return;
  const message =
    'The cart has changed since its approval was asked for. Read it again, and check it out with its tag in `If-Match`.';
  throw new AppError('state_conflict', message);
}
