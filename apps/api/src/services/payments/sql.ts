/** What is left of a payment `p` to refund; below zero after a refund or a dispute that was not asked for. */
export const paymentLeft = `p.captured - p.refunded - p.refunding - p.disputed`;
