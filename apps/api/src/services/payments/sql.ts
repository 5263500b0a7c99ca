import { needsPersonSql } from '../workflows/sql.ts';

/** What is left of a payment `p` to refund; below zero after a refund or a dispute that was not asked for. */
export const paymentLeft = `p.captured - p.refunded - p.refunding - p.disputed`;

/** Of a payment `p`, what failed refunds that wait for staff are to bring back, as SQL. */
export const escalatedSql = `
  (SELECT coalesce(sum(t.amount), 0) FROM refund_transfers t
   WHERE t.payment_id = p.id AND t.status = 'failed' AND ${needsPersonSql('refund', 't.refund_id')})`;
