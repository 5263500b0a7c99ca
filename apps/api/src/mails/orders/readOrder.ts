import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import type { WrittenAddress } from '../../utils/address/formatAddress.ts';

/** What mails say about an order; amounts in minor units of its currency. */
export interface MailOrder {
  id: string;
  number: number;
  email: string;
  locale: string | null;
  currency: string;
  isCanceled: boolean;
  /** What gift cards (by the end of their code) and store credit give. */
  credit: { lastFour: string | null; amount: number }[];
  /** Whether some of it is, or was to be, paid with either. */
  hadCredit: boolean;
  /** What came by any other way, and what is held of it, to be taken when the goods are sent. */
  received: number;
  held: number;
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  /** Never above zero. */
  rounding: number;
  total: number;
  taxInclusive: boolean;
  taxExemption: { reason: string; note: string; vatId: string | null } | null;
  shippingAddress: WrittenAddress | null;
  shippingOption: { name?: string } | null;
  items: MailItem[];
}

interface MailItem {
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  total: number;
  /** Smaller versions of the variant's picture, or else of the product's first. */
  pictures: { width: number; format: string; crop?: string | null; key: string }[] | null;
}

const orderForMail = statement('email.order')<{ orderId: string }, MailOrder>(
  `SELECT o.id, o.number, o.email, o.locale, o.currency, o.subtotal, o.discount, o.shipping, o.tax, o.rounding, o.total,
          o.status = 'canceled' AS "isCanceled", p.credit, p."hadCredit", p.received, p.held,
          o.tax_inclusive AS "taxInclusive", o.tax_exemption AS "taxExemption",
          o.shipping_address AS "shippingAddress",
          o.shipping_option AS "shippingOption",
          (SELECT coalesce(json_agg(json_build_object(
                    'title', i.title, 'variantTitle', i.variant_title,
                    'quantity', i.quantity, 'unitPrice', i.unit_price, 'total', i.total, 'pictures', (
                      SELECT coalesce(f.derivatives, m.derivatives)
                      FROM product_images m LEFT JOIN files f ON f.id = m.file_id
                      WHERE m.product_id = i.product_id
                      ORDER BY m.id = v.image_id DESC NULLS LAST, m.position LIMIT 1)
                  ) ORDER BY i.position), '[]')
           FROM order_items i LEFT JOIN variants v ON v.id = i.variant_id
           WHERE i.order_id = o.id) AS items
   FROM orders o
   CROSS JOIN LATERAL (
     SELECT coalesce(json_agg(json_build_object('lastFour', a.last_four, 'amount', p.amount) ORDER BY p.id)
              FILTER (WHERE a.id IS NOT NULL AND p.status IN ('authorized', 'succeeded')), '[]') AS credit,
       coalesce(bool_or(a.id IS NOT NULL), false) AS "hadCredit",
       coalesce(sum(p.captured) FILTER (WHERE a.id IS NULL), 0) AS received,
       coalesce(sum(p.amount) FILTER (WHERE a.id IS NULL AND p.status = 'authorized'), 0) AS held
     FROM payments p LEFT JOIN credit_accounts a ON a.id = p.credit_account_id
     WHERE p.order_id = o.id
   ) AS p
   WHERE o.id = :orderId`,
);

/** Reads an order as its mails need it, in one statement. */
export async function readOrderForMail(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<MailOrder | undefined> {
  const [order] = await ctx.db.query(orderForMail, { orderId });
  return order;
}
