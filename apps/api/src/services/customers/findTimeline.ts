import { statement } from '../../db/statement.ts';
import type { TimelineKind } from '../../domains/customers.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { readPage, type IdListQuery } from '../../utils/page.ts';
import { getCustomer } from './findCustomers.ts';

/** Something that a customer did, or that staff did with them. */
export interface TimelineEntry {
  /** Of the order, session, consent or entry of the audit log. */
  readonly id: string;
  readonly kind: TimelineKind;
  readonly at: Date;
  /** What is known of it; its members depend on the kind. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** Consents of an address that is not proved may be another person's. */
const selectTimeline = statement('customers.timeline')<
  { customerId: string; id: string | null; at: Date | null; isBack: boolean; take: number },
  TimelineEntry,
  'id' | 'kind' | 'at' | 'about'
>(
  `SELECT e.id, e.kind, e.at, e.about
   FROM customers c JOIN users u ON u.id = c.user_id CROSS JOIN LATERAL (
     SELECT o.id, 'order' AS kind, o.placed_at AS at, jsonb_build_object('number', o.number, 'status', o.status,
       'total', jsonb_build_object('amount', o.total, 'currency', o.currency)) AS about
     FROM orders o WHERE o.customer_id = c.id
     UNION ALL
     SELECT s.id, 'sign_in', s.created_at, jsonb_build_object('userAgent', s.user_agent, 'ip', s.ip)
     FROM sessions s WHERE s.user_id = u.id
     UNION ALL
     SELECT n.id, 'consent', n.created_at,
       jsonb_build_object('topic', n.topic, 'state', n.state, 'level', n.level, 'source', n.source)
     FROM consents n WHERE n.customer_id = c.id OR (u.email_verified_at IS NOT NULL AND n.address_key = u.email_key)
     UNION ALL
     SELECT a.id, 'act', a.created_at, jsonb_build_object('action', a.action, 'actor', a.actor, 'reason', a.reason)
     FROM audit_entries a WHERE a.subject IN (c.id, u.id)
   ) AS e
   WHERE c.id = :customerId AND (:id::text IS NULL OR CASE WHEN :isBack::boolean
     THEN (e.at, e.id) > (:at::timestamptz, :id) ELSE (e.at, e.id) < (:at, :id) END)
   ORDER BY CASE WHEN :isBack THEN e.at END, CASE WHEN :isBack THEN e.id END,
     CASE WHEN NOT :isBack THEN e.at END DESC, CASE WHEN NOT :isBack THEN e.id END DESC
   LIMIT :take`,
);

/**
 * Orders, sign-ins, consents and acts of staff about a customer, newest first.
 * @throws {AppError} not_found, invalid_cursor
 */
export async function listTimeline(
  { cursorSecret }: { readonly cursorSecret: string },
  ctx: Context,
  customerId: string,
  query: IdListQuery,
) {
  await getCustomer(ctx, customerId);
  const list = { secret: cursorSecret, name: `timeline of ${customerId}` };
  return readPage(list, query, {
    placeOf: ({ id, at }: TimelineEntry) => ({ id, keys: [at.getTime()] }),
    read: (position, take) =>
      ctx.db.query(selectTimeline, {
        customerId,
        id: position?.id ?? null,
        at: position ? new Date(Number(position.keys[0])) : null,
        isBack: position?.direction === 'prev',
        take,
      }),
  });
}
