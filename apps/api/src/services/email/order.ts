import { statement } from '../../db/client.ts';
import type { Context } from '../../utils/context.ts';

export interface MailAddress {
  firstName?: string;
  lastName?: string;
  company?: string | null;
  line1?: string;
  line2?: string | null;
  city?: string;
  region?: string | null;
  postalCode?: string;
  country?: string;
}

/** What a mail tells of an order; amounts in minor units of its currency. */
export interface MailOrder {
  id: string;
  number: number;
  email: string;
  currency: string;
  isPaid: boolean;
  /** The money is held, and is taken when the goods are sent. */
  isAuthorized: boolean;
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  total: number;
  taxInclusive: boolean;
  shippingAddress: MailAddress | null;
  shippingOption: { name?: string } | null;
  items: { title: string; variantTitle: string; quantity: number; unitPrice: number }[];
}

const orderForMail = statement<MailOrder>(
  'email.order',
  `SELECT o.id, o.number, o.email, o.currency, o.subtotal, o.discount, o.shipping, o.tax, o.total,
          o.payment_status = 'paid' AS "isPaid",
          o.payment_status = 'authorized' AS "isAuthorized",
          o.tax_inclusive AS "taxInclusive",
          o.shipping_address AS "shippingAddress",
          o.shipping_option AS "shippingOption",
          (SELECT coalesce(json_agg(json_build_object(
                    'title', i.title, 'variantTitle', i.variant_title,
                    'quantity', i.quantity, 'unitPrice', i.unit_price) ORDER BY i.position), '[]')
           FROM order_items i WHERE i.order_id = o.id) AS items
   FROM orders o WHERE o.id = $1`,
);

/** Reads an order as its mails need it, in one statement. */
export async function readOrderForMail(ctx: Context, id: string): Promise<MailOrder | undefined> {
  const [order] = await ctx.db.query(orderForMail, [id]);
  return order;
}
