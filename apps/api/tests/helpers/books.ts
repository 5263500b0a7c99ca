import { statement } from '../../src/db/client.ts';
import type { Context } from '../../src/utils/context.ts';

/** What must hold at any moment; each query returns the ids of those that break it. */
const rules: Record<string, string> = {
  'S1: no more is promised than is there': `
    SELECT variant_id AS id FROM stock_levels
    WHERE on_hand < 0 OR reserved < 0 OR (reserved > on_hand AND NOT backorder)`,
  'S2: on hand is the sum of the movements': `
    SELECT s.variant_id AS id FROM stock_levels s
    WHERE s.on_hand <> (SELECT coalesce(sum(m.delta), 0) FROM stock_movements m
      WHERE m.variant_id = s.variant_id AND m.location_id = s.location_id)`,
  'S2: reserved is the sum of the live reservations': `
    SELECT s.variant_id AS id FROM stock_levels s
    WHERE s.reserved <> (SELECT coalesce(sum(r.quantity), 0) FROM reservations r
      WHERE r.variant_id = s.variant_id AND r.location_id = s.location_id AND r.state = 'live')`,
  'live reservations are those of pending orders': `
    SELECT r.id FROM reservations r JOIN orders o ON o.id = r.order_id
    WHERE (r.state = 'live') <> (o.status = 'pending') AND r.state <> 'released'
      AND NOT (r.state = 'committed' AND o.status IN ('confirmed', 'completed'))`,
  'P1: captured at most the total': `
    SELECT o.id FROM orders o JOIN payments p ON p.order_id = o.id
    JOIN payment_entries e ON e.payment_id = p.id
    GROUP BY o.id HAVING sum(e.amount) FILTER (WHERE e.kind = 'captured') > o.total
      OR sum(e.amount) FILTER (WHERE e.kind = 'refunded') > sum(e.amount) FILTER (WHERE e.kind = 'captured')`,
  'P1: a payment succeeded if money was captured': `
    SELECT p.id FROM payments p WHERE p.amount > 0 AND (p.status = 'succeeded')
      <> EXISTS (SELECT FROM payment_entries e WHERE e.payment_id = p.id AND e.kind = 'captured')`,
  'P2: money belongs to a confirmed order or goes back': `
    SELECT p.id FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.status = 'succeeded' AND o.status NOT IN ('confirmed', 'completed')
      AND p.refunded + p.refunding < p.captured`,
  'a confirmed order with money is paid': `
    SELECT o.id FROM orders o JOIN payments p ON p.order_id = o.id
    WHERE p.status = 'succeeded' AND o.payment_status NOT IN ('paid', 'refunded')`,
  'every state an order is in, its history ends with': `
    SELECT o.id FROM orders o WHERE o.status::text <> (SELECT h.to_state FROM order_history h
      WHERE h.order_id = o.id AND h.axis = 'order' ORDER BY h.created_at DESC, h.from_state NULLS LAST LIMIT 1)`,
};

/** @throws an error that names every promise of the design that the database breaks, with the ids that do. */
export async function assertPromisesKept(ctx: Pick<Context, 'db'>): Promise<void> {
  const broken: string[] = [];
  for (const [index, [rule, text]] of Object.entries(rules).entries()) {
    const rows = await ctx.db.query(statement<{ id: string }>(`books.${index}`, text));
    if (rows.length > 0) broken.push(`${rule}: not ${rows.map(({ id }) => id).join(', ')}`);
  }
  if (broken.length > 0) throw new Error(`Broken promises:\n${broken.join('\n')}`);
}
