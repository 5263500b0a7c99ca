import { inTransaction } from '../../db/transaction.ts';
import { MAX_ADDRESSES } from '../../domains/profile.limits.ts';
import { emit } from '../../events/outbox.ts';
import { removeObjectsJob } from '../../jobs/media.remove.job.ts';
import { detachPaymentMethodJob } from '../../jobs/paymentMethods.detach.job.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import { refuseGone } from '../../kernel/goneCustomer.ts';
import type { CustomersDeps } from './changeCustomer.ts';
import { getCustomer, type Customer } from './findCustomers.ts';
import { mergeConsents } from './mergeConsents.ts';
import * as moves from './moveStatements.ts';
import { closeSessions, lockCustomers, selectTies } from './statements.ts';

interface Merge {
  /** Who loses everything to the survivor, and leads to them from now on. */
  readonly loserId: string;
  readonly reason: string;
}

/**
 * Merges a duplicate into a customer: what mergedTables.ts lists is theirs then, and the duplicate's
 * account is closed.
 * @throws {AppError} not_found; state_conflict for one that is merged, erased or being erased, for a
 *   duplicate with a role of staff, and for a survivor whose address alone is not verified.
 */
export function mergeCustomers(
  deps: CustomersDeps,
  ctx: Context,
  survivorId: string,
  { loserId, reason }: Merge,
): Promise<Customer> {
  return inTransaction(ctx, async (ctx) => {
    const { loser, survivor } = await lockBoth(ctx, survivorId, loserId);
    const companyIds = await moveAll(deps, ctx, { from: loserId, to: survivorId });
    await mergeConsents(ctx, loser, survivor);
    await closeAccount(ctx, loser, survivorId);
    // What counts uses by customer (promotions) adds the loser's to the survivor's by this event.
    await emit(ctx, 'customer.merged', { customerId: survivorId, loserId });
    const details = { loserId, ...(companyIds.length > 0 && { companyIds }) };
    await deps.audit.record(ctx, {
      action: 'customer.merge',
      subject: survivorId,
      reason,
      details,
      before: { loser: { id: loserId, mergedIntoId: null } },
      after: { loser: { id: loserId, mergedIntoId: survivorId } },
    });
    return getCustomer(ctx, survivorId);
  });
}

async function lockBoth(ctx: Context, survivorId: string, loserId: string) {
  const ids = [survivorId, loserId];
  const rows = await ctx.db.query(lockCustomers, { ids });
  const [survivor, loser] = ids.map((id) => rows.find((row) => row.id === id));
  if (!survivor || !loser) throw notFound('customer');
  if (survivor === loser) throw conflict('A customer cannot be merged into itself.');
  for (const side of [survivor, loser]) refuseGone(side);
  if (loser.isVerified && !survivor.isVerified) {
    throw conflict(
      'The address of the survivor is not verified, so the account may own nothing. Merge the other way.',
    );
  }
  const ties = await ctx.db.query(selectTies, { ids });
  if (ties.some(({ isBeingErased }) => isBeingErased)) {
    throw conflict('One of them is being erased. Wait until that is done.');
  }
  if (ties.some(({ id, isStaff }) => id === loserId && isStaff)) {
    throw conflict(
      'The duplicate has a role of staff. Take it away first, or merge the other way.',
    );
  }
  return { loser, survivor };
}

/** @returns the companies that the survivor buys for by it, or in another role. */
async function moveAll(
  { groups, queue }: CustomersDeps,
  ctx: Context,
  move: { readonly from: string; readonly to: string },
): Promise<string[]> {
  await ctx.db.execute(moves.moveNotes, move);
  await ctx.db.execute(moves.moveCarts, move);
  await ctx.db.execute(moves.moveOrders, move);
  await ctx.db.execute(moves.moveApprovals, move);
  await ctx.db.execute(moves.moveCredit, move);
  await ctx.db.execute(moves.moveAddresses, { ...move, max: MAX_ADDRESSES });
  for (const { id, state } of await ctx.db.query(moves.moveCards, move)) {
    if (state === 'removing') await queue.enqueue(ctx, detachPaymentMethodJob, { id });
  }
  await ctx.db.execute(moves.movePaymentCustomers, move);
  await moveFiles(queue, ctx, move);
  await groups.moveMembers(ctx, move);
  const joined = await ctx.db.query(moves.moveMemberships, move);
  return joined.map(({ companyId }) => companyId);
}

async function moveFiles(
  queue: CustomersDeps['queue'],
  ctx: Context,
  move: { readonly from: string; readonly to: string },
): Promise<void> {
  await ctx.db.query(moves.lockFiles, move);
  await ctx.db.execute(moves.moveUploads, move);
  const doubled = await ctx.db.query(moves.moveFiles, move);
  if (doubled.length === 0) return;
  await queue.enqueue(ctx, removeObjectsJob, { keys: doubled.map(({ key }) => key) });
}

interface ClosedSide {
  readonly id: string;
  readonly userId: string;
  readonly emailKey: string;
  readonly isVerified: boolean;
}

/**
 * Those that were merged into the loser lead to the survivor, too. The address is free for a new account:
 * did it open the survivor's, then a mistake of staff would give one person the account of another. The
 * survivor's erasure finds it among the former ones.
 */
async function closeAccount(
  { db }: Context,
  { id, userId, emailKey, isVerified }: ClosedSide,
  survivorId: string,
): Promise<void> {
  await db.execute(closeSessions, { userIds: [userId], why: 'merged' });
  await db.prisma.user.update({
    where: { id: userId },
    data: {
      status: 'disabled',
      ...(isVerified && { emailVerifiedAt: null, formerEmailKeys: { push: emailKey } }),
    },
  });
  await db.prisma.customer.updateMany({
    where: { OR: [{ id }, { mergedIntoId: id }] },
    data: { mergedIntoId: survivorId },
  });
}

const conflict = (message: string) => new AppError('state_conflict', message);
