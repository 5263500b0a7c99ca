import type { ExemptionReason } from '../../domains/companies.enums.ts';
import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';
import { readPage, type IdListQuery } from '../../utils/page.ts';
import type { CustomerSort } from '../../domains/customers.enums.ts';

/** Why a customer pays no tax on what is bought for no company. */
export interface PersonalExemption {
  readonly reason: Exclude<ExemptionReason, 'reverse_charge'>;
  readonly certificate: string | null;
  /** ISO 3166-1; null where it holds everywhere. */
  readonly country: string | null;
  /** The part of the ISO 3166-2 code after the hyphen; null where it holds in the whole country. */
  readonly region: string | null;
  /** Its last day in UTC: YYYY-MM-DD. */
  readonly validUntil: string | null;
}

/** A customer as staff see them, with figures of what they bought. */
export interface Customer {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly isVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly status: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly metafields: Record<string, unknown>;
  readonly taxExemption: PersonalExemption | null;
  readonly mergedIntoId: string | null;
  /** When someone else proved the address, which closed this account for good. */
  readonly supersededAt: Date | null;
  readonly createdAt: Date;
  /** Orders that were neither canceled nor expired. */
  readonly orders: number;
  readonly lastOrderAt: Date | null;
  /** What was paid and not paid back, by currency, in minor units. */
  readonly spent: readonly { readonly currency: string; readonly amount: number }[];
}

interface CustomerFilters {
  /** In the address, a name or the id. */
  readonly q?: string | undefined;
  readonly tag?: string | undefined;
  readonly status?: string | undefined;
  readonly group?: string | undefined;
  /** Whose members they are. */
  readonly company?: string | undefined;
  /** Of an order. */
  readonly country?: string | undefined;
  readonly minOrders?: number | undefined;
  readonly minSpent?: number | undefined;
  readonly currency?: string | undefined;
  readonly lastOrderAfter?: string | undefined;
  readonly lastOrderBefore?: string | undefined;
  readonly consent?: string | undefined;
  /** A leading "-" sorts down; by default the newest comes first. */
  readonly sort?: CustomerSort | undefined;
}

const columns = `c.id, c.user_id AS "userId", u.email, u.email_verified_at IS NOT NULL AS "isVerified",
  u.first_name AS "firstName", u.last_name AS "lastName", u.status::text AS status, coalesce(c.tags, '{}') AS tags, c.note,
  c.metafields, c.tax_exemption AS "taxExemption", c.merged_into_id AS "mergedIntoId",
  u.superseded_at AS "supersededAt", c.created_at AS "createdAt",
  bought.orders::int AS orders, bought.last AS "lastOrderAt",
  (SELECT coalesce(json_agg(json_build_object('currency', s.currency, 'amount', s.amount) ORDER BY s.currency), '[]')
   FROM (SELECT o.currency, sum(p.captured - p.refunded)::bigint AS amount
         FROM orders o JOIN payments p ON p.order_id = o.id
         WHERE o.customer_id = c.id GROUP BY o.currency) AS s) AS spent`;

const source = `customers c JOIN users u ON u.id = c.user_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS orders, max(o.placed_at) AS last FROM orders o
    WHERE o.customer_id = c.id AND o.status NOT IN ('canceled', 'expired')) AS bought`;

const selectCustomer = statement('customers.find')<
  { id: string },
  Customer,
  'tags' | 'orders' | 'spent'
>(`SELECT ${columns} FROM ${source} WHERE c.id = :id`);

const countOrders = `(SELECT count(*) FROM orders o
  WHERE o.customer_id = c.id AND o.status NOT IN ('canceled', 'expired'))`;
const lastOrder = `(SELECT max(o.placed_at) FROM orders o
  WHERE o.customer_id = c.id AND o.status NOT IN ('canceled', 'expired'))`;
const spentIn = `(SELECT coalesce(sum(p.captured - p.refunded), 0) FROM orders o JOIN payments p ON p.order_id = o.id
  WHERE o.customer_id = c.id AND o.currency = :currency::text)`;

const filters = `c.merged_into_id IS NULL
  AND (:q::text IS NULL OR c.id = :q OR strpos(u.email_key, lower(:q)) > 0
    OR strpos(lower(concat_ws(' ', u.first_name, u.last_name)), lower(:q)) > 0)
  AND (:tag::text IS NULL OR :tag = ANY (c.tags))
  AND (:group::text IS NULL OR EXISTS (SELECT FROM customer_group_members m
    WHERE m.group_id = :group AND m.customer_id = c.id))
  AND (:company::text IS NULL OR EXISTS (SELECT FROM company_members k
    WHERE k.company_id = :company AND k.customer_id = c.id))
  AND (:status::text IS NULL OR u.status::text = :status)
  AND (:country::text IS NULL OR EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id
    AND coalesce(o.shipping_address, o.billing_address) ->> 'country' = :country))
  AND (:minOrders::int IS NULL OR ${countOrders} >= :minOrders)
  AND (:lastOrderAfter::timestamptz IS NULL OR ${lastOrder} >= :lastOrderAfter)
  AND (:lastOrderBefore::timestamptz IS NULL OR ${lastOrder} < :lastOrderBefore)
  AND (:minSpent::bigint IS NULL OR ${spentIn} >= :minSpent)
  AND (:consent::text IS NULL OR 'subscribed' = (SELECT n.state FROM consents n
    WHERE n.address_key = u.email_key AND n.channel = 'email' AND n.topic = :consent ORDER BY n.id DESC LIMIT 1))`;

/** By place, then by id. What is chosen by constants costs nothing once PostgreSQL plans with them. */
const inOrder = `CASE WHEN :isUp::boolean THEN chosen.place END, CASE WHEN :isUp THEN chosen.id END,
  CASE WHEN NOT :isUp THEN chosen.place END DESC, CASE WHEN NOT :isUp THEN chosen.id END DESC`;

const listPage = statement('customers.list')<
  {
    id: string | null;
    place: number | null;
    isUp: boolean;
    take: number;
    sort: string;
    q: string | null;
    tag: string | null;
    group: string | null;
    company: string | null;
    status: string | null;
    country: string | null;
    minOrders: number | null;
    minSpent: number | null;
    currency: string | null;
    lastOrderAfter: string | null;
    lastOrderBefore: string | null;
    consent: string | null;
  },
  Customer & { place: number },
  'tags' | 'orders' | 'spent' | 'place'
>(
  `WITH matching AS (
     SELECT c.id, CASE :sort::text WHEN 'orders' THEN ${countOrders}
       WHEN 'lastOrderAt' THEN coalesce(extract(epoch FROM ${lastOrder}) * 1000, 0)
       WHEN 'spent' THEN ${spentIn} ELSE 0 END::bigint AS place
     FROM customers c JOIN users u ON u.id = c.user_id WHERE ${filters}
   ), page AS (
     SELECT chosen.id, chosen.place FROM matching AS chosen
     WHERE :id::text IS NULL OR CASE WHEN :isUp THEN (chosen.place, chosen.id) > (:place::bigint, :id)
       ELSE (chosen.place, chosen.id) < (:place, :id) END
     ORDER BY ${inOrder} LIMIT :take
   )
   SELECT ${columns}, chosen.place FROM page AS chosen JOIN (${source}) ON c.id = chosen.id ORDER BY ${inOrder}`,
);

/** @throws {AppError} not_found */
export async function getCustomer({ db }: Context, id: string): Promise<Customer> {
  const [customer] = await db.query(selectCustomer, { id });
  if (!customer) throw notFound('customer');
  return customer;
}

/**
 * A page of customers; those that were merged into another are left out.
 * @throws {AppError} invalid_cursor
 */
export async function listCustomers(
  { cursorSecret }: { readonly cursorSecret: string },
  { db }: Context,
  query: IdListQuery & CustomerFilters,
) {
  const { q, tag, group, company, status, country, minOrders, minSpent, currency } = query;
  const { lastOrderAfter, lastOrderBefore, consent, sort = '-createdAt' } = query;
  const list = { secret: cursorSecret, name: 'customers' };
  const { rows, meta } = await readPage(list, query, {
    placeOf: ({ id, place }: Customer & { place: number }) => ({ id, keys: [place] }),
    read: (position, take) =>
      db.query(listPage, {
        q: q ?? null,
        tag: tag ?? null,
        group: group ?? null,
        company: company ?? null,
        status: status ?? null,
        country: country ?? null,
        minOrders: minOrders ?? null,
        minSpent: minSpent ?? null,
        currency: currency ?? null,
        lastOrderAfter: lastOrderAfter ?? null,
        lastOrderBefore: lastOrderBefore ?? null,
        consent: consent ?? null,
        id: position?.id ?? null,
        place: Number(position?.keys[0] ?? 0),
        isUp: sort.startsWith('-') === (position?.direction === 'prev'),
        sort: sort.replace('-', ''),
        take,
      }),
  });
  return { rows: rows.map(({ place: _place, ...customer }) => customer), meta };
}
