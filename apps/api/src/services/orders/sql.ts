/** What was charged for a line `i` of an order `o`: with its tax, which its total may contain already. */
export const lineCharged = `i.total + CASE WHEN o.tax_inclusive THEN 0 ELSE i.tax END`;

/** What was charged for the shipping of an order `o`: with the part of its tax that is on no line. */
export const shippingCharged = `o.shipping + CASE WHEN o.tax_inclusive THEN 0 ELSE
  o.tax - (SELECT coalesce(sum(i.tax), 0) FROM order_items i WHERE i.order_id = o.id) END`;
