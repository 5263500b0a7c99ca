import { statement, type None } from '../../db/statement.ts';
import { inTransaction } from '../../db/transaction.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { orderBlocker } from './blockers.ts';
import type { DataRequestsDeps } from './deps.ts';
import { orderSteps, ordersStep } from './orderSteps.ts';
import { subjectsOfOrders } from './person.ts';

const BATCH = 100;

interface Guests {
  /** For the audit log. */
  readonly requestId: string;
  /** Addresses as orders spell them. */
  readonly emails: readonly string[];
  /** Later orders are left alone. */
  readonly until: Date;
}

const selectUnpaid = statement('dataRequests.unpaidGuestOrders')<
  { emails: readonly string[]; until: Date },
  { id: string }
>(
  `SELECT o.id FROM orders o WHERE o.customer_id IS NULL AND o.email = ANY (:emails::text[])
     AND (o.status = 'pending' OR (o.status = 'confirmed' AND o.payment_status IN ('unpaid', 'failed')
       AND o.fulfillment_status = 'unfulfilled')) AND o.placed_at <= :until::timestamptz
   ORDER BY o.id`,
);

/** Locked, so that none of them is attached to a customer meanwhile. */
const lockSettled = statement('dataRequests.settledGuestOrders')<
  { emails: readonly string[]; until: Date; limit: number },
  { id: string }
>(
  `SELECT o.id FROM orders o WHERE o.customer_id IS NULL AND o.email = ANY (:emails::text[])
     AND o.placed_at <= :until::timestamptz AND ${orderBlocker('false')} IS NULL
   ORDER BY o.id LIMIT :limit FOR UPDATE OF o`,
);

const selectRelated = statement('dataRequests.relatedToOrders')<
  { orderIds: readonly string[] },
  { cartIds: string[]; subjectIds: string[] },
  'cartIds' | 'subjectIds'
>(
  `SELECT (SELECT coalesce(array_agg(o.cart_id), '{}') FROM orders o WHERE o.id = ANY (:orderIds::text[])) AS "cartIds",
     (SELECT coalesce(array_agg(found.id), '{}') FROM (${subjectsOfOrders(':orderIds')}) AS found) AS "subjectIds"`,
);

/** What is in such a cart stays: its owner may be a stranger, who names another address then. */
const eraseOpenCarts = statement('dataRequests.eraseGuestCarts')<{ emails: readonly string[] }>(
  `UPDATE carts SET email = NULL, shipping_address = NULL, billing_address = NULL,
     purchase_order_number = NULL, version = version + 1
   WHERE customer_id IS NULL AND status = 'open' AND email = ANY (:emails::text[])`,
);

const rememberAddresses = statement('dataRequests.rememberAddresses')<{
  requestId: string;
  emails: readonly string[];
}>(
  `INSERT INTO erased_addresses AS a (hash, request_id)
   SELECT address_hash(email), :requestId FROM unnest(:emails::text[]) AS email
   ON CONFLICT (hash) DO UPDATE SET request_id = excluded.request_id, erased_at = now()
   WHERE a.request_id <> excluded.request_id`,
);

const selectRemembered = statement('dataRequests.rememberedAddresses')<
  None,
  { hash: string; requestId: string; erasedAt: Date; email: string | null },
  'email'
>(
  `SELECT a.hash, a.request_id AS "requestId", a.erased_at AS "erasedAt", o.email
   FROM erased_addresses a LEFT JOIN (
     SELECT g.email, min(g.placed_at) AS first FROM orders g
     WHERE g.customer_id IS NULL AND EXISTS (SELECT FROM erased_addresses) GROUP BY g.email
   ) AS o ON address_hash(o.email) = a.hash AND o.first <= a.erased_at
   ORDER BY a.hash`,
);

/** Checkouts that began before an erasure have ended within a day. */
const forgetAddress = statement('dataRequests.forgetAddress')<{ hash: string }>(
  `DELETE FROM erased_addresses WHERE hash = :hash AND erased_at < now() - interval '1 day'`,
);

/**
 * Erases what guests ordered with the addresses of someone who is erased. An order may be a stranger's
 * who typed the address, so none keeps the erasure from being done: what is not paid is canceled, and what
 * is paid and in work stays until it is settled (see {@link eraseSettledOrders}).
 */
export async function eraseGuestOrders(
  deps: DataRequestsDeps,
  ctx: Context,
  { requestId, emails }: Omit<Guests, 'until'>,
): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    await db.execute(rememberAddresses, { requestId, emails });
    await db.execute(eraseOpenCarts, { emails });
  });
  await eraseOrdersOf(deps, ctx, { requestId, emails, until: new Date() });
}

/** Erases guests' orders that an erasure left in work and that are settled by now. By the clock. */
export async function eraseSettledOrders(deps: DataRequestsDeps, ctx: Context): Promise<void> {
  for (const { hash, requestId, erasedAt, email } of await ctx.db.query(selectRemembered)) {
    if (email === null) await ctx.db.execute(forgetAddress, { hash });
    else await eraseOrdersOf(deps, ctx, { requestId, emails: [email], until: erasedAt });
  }
}

async function eraseOrdersOf(
  deps: DataRequestsDeps,
  ctx: Context,
  { requestId, emails, until }: Guests,
): Promise<void> {
  for (const { id } of await ctx.db.query(selectUnpaid, { emails, until })) {
    await cancelUnpaid(deps, ctx, id);
  }
  for (;;) {
    const erased = await inTransaction(ctx, async (ctx) => {
      const rows = await ctx.db.query(lockSettled, { emails, until, limit: BATCH });
      const orderIds = rows.map(({ id }) => id);
      if (orderIds.length === 0) return 0;
      const [related] = await ctx.db.query(selectRelated, { orderIds });
      const { cartIds = [], subjectIds = [] } = related ?? {};
      const none = { customerIds: [], userIds: [], emails: [], provedEmails: [] };
      const erasure = { requestId, person: { ...none, orderIds, cartIds, subjectIds } };
      for (const { run } of [ordersStep, ...orderSteps]) await run(deps, ctx, erasure);
      return orderIds.length;
    });
    if (erased < BATCH) return;
  }
}

/** A provider that is down leaves the order to the next run. */
async function cancelUnpaid(
  { checkout }: Pick<DataRequestsDeps, 'checkout'>,
  ctx: Context,
  orderId: string,
): Promise<void> {
  try {
    await checkout.cancelUnpaid(ctx, orderId, 'The address of the order was erased');
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'service_unavailable')) throw error;
  }
}
