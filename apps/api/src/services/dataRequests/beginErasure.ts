import { statement } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { findBlockers } from './blockers.ts';
import type { DataRequestsDeps } from './deps.ts';
import { ordersStep } from './orderSteps.ts';
import { readPerson, type Person } from './person.ts';
import type { DataRequest } from './requests.ts';

/** A proof of an address, which attaches orders, waits for it or is waited for. */
const lockUsers = statement('dataRequests.lockUsers')<
  { userIds: readonly string[] },
  { id: string; status: string }
>(
  `SELECT id, status::text AS status FROM users WHERE id = ANY (:userIds::text[]) ORDER BY id FOR UPDATE`,
);

/** A checkout of one is waited for; afterwards none of these can be checked out. */
const lockCarts = statement('dataRequests.lockCarts')<
  { customerIds: readonly string[] },
  { id: string }
>(`SELECT id FROM carts WHERE customer_id = ANY (:customerIds::text[]) ORDER BY id FOR UPDATE`);

const lockOrders = statement('dataRequests.lockOrders')<
  { customerIds: readonly string[] },
  { id: string }
>(`SELECT id FROM orders WHERE customer_id = ANY (:customerIds::text[]) ORDER BY id FOR UPDATE`);

const refuseErasure = statement('dataRequests.refuse')<{ id: string; blockers: readonly string[] }>(
  `UPDATE data_requests SET state = 'refused', blockers = :blockers, finished_at = now()
   WHERE id = :id AND state = 'running'`,
);

/** Those that the request closed, but for one whose address another person has proved meanwhile. */
const reopenAccounts = statement('dataRequests.reopenAccounts')<{ requestId: string }>(
  `UPDATE users u SET status = 'active' FROM data_requests r
   WHERE r.id = :requestId AND u.id = ANY (r.closed_user_ids) AND u.status = 'disabled'
     AND NOT EXISTS (SELECT FROM users o WHERE o.email_key = u.email_key AND o.id <> u.id
       AND o.email_verified_at IS NOT NULL AND o.status <> 'erased')`,
);

/** From here on the erasure is completed, whatever comes in. */
const markErased = statement('dataRequests.markErased')<{ userIds: readonly string[] }>(
  `UPDATE users SET status = 'erased' WHERE id = ANY (:userIds::text[])`,
);

const selectCredit = statement('dataRequests.creditLeft')<
  { customerIds: readonly string[] },
  { id: string; balance: number; currency: string }
>(
  `SELECT a.id, a.balance, a.currency FROM credit_accounts a
   WHERE a.kind = 'store_credit' AND a.customer_id = ANY (:customerIds::text[]) AND a.balance > 0
   ORDER BY a.id`,
);

/**
 * Decides whether an erasure is done, and erases the orders in the same transaction: an order that comes in
 * at the same time is either seen here, and refuses the erasure, or finds no cart and no account.
 * @returns whom to erase; undefined where it is refused, and the accounts are as they were then.
 */
export function beginErasure(
  deps: DataRequestsDeps,
  ctx: Context,
  request: DataRequest,
): Promise<Person | undefined> {
  return inTransaction(ctx, async (ctx) => {
    const { customerIds, userIds } = await readPerson(ctx, request.customerId);
    const users = await ctx.db.query(lockUsers, { userIds });
    await ctx.db.query(lockCarts, { customerIds });
    await ctx.db.query(lockOrders, { customerIds });
    const person = await readPerson(ctx, request.customerId);
    const hasBegun = users.some(({ status }) => status === 'erased');
    if (!hasBegun && (await refuseIfBlocked(ctx, request, person))) return undefined;
    await forfeitCredit(deps, ctx, person);
    await ctx.db.execute(markErased, { userIds });
    await ordersStep.run(deps, ctx, { person, requestId: request.id });
    return person;
  });
}

/** What came in between the request and now. */
async function refuseIfBlocked(
  ctx: Context,
  request: DataRequest,
  person: Person,
): Promise<boolean> {
  const blockers = await findBlockers(ctx, person, request);
  if (blockers.length === 0) return false;
  const { id, customerId } = request;
  const codes = [...new Set(blockers.map(({ code }) => code))];
  await ctx.db.execute(refuseErasure, { id, blockers: codes });
  await ctx.db.execute(reopenAccounts, { requestId: id });
  await emit(ctx, 'erasure.refused', { requestId: id, customerId });
  return true;
}

async function forfeitCredit(
  { credit }: Pick<DataRequestsDeps, 'credit'>,
  ctx: Context,
  { customerIds }: Person,
): Promise<void> {
  for (const { id, balance, currency } of await ctx.db.query(selectCredit, { customerIds })) {
    const change = { amount: -balance, currency };
    await credit.adjust(ctx, id, { change, reason: 'forfeited by an erasure' });
  }
}
