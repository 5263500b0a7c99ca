import { statement } from '../../db/statement.ts';
import type { CartDetails } from '../../kernel/cartDetails.ts';
import { isOfChannel } from './salesChannel.ts';
import { companyOf, isApproverOf } from '../companies/sql.ts';
import { exemptionOfCustomer } from '../customers/sql.ts';
import type { Cart, VariantFacts } from '../pricing.service.ts';
import type { TaxRate } from '../tax.service.ts';

/** A cart with everything its price depends on, and what a write needs to know besides. */
export interface CartRow extends Cart {
  /** The version as of the statement's snapshot; another than `version` when a lock was waited for. */
  snapshotVersion: number;
  /** The results of the advisory locks of a checkout; without meaning. */
  clientLocks?: unknown;
  /** The variants that were asked about, those that exist. */
  wanted: VariantFacts[];
}

interface NewCartFacts {
  hasPrices: boolean;
  wanted: VariantFacts[];
  taxRate: TaxRate | null;
  customerExemption: Cart['customerExemption'];
}

/** Of `variants v`, `products p` and `prices pr` (outer joined): the members of a {@link VariantFacts}. */
const variantFacts = `
  'variantId', v.id, 'productId', p.id, 'title', p.title, 'variantTitle', v.title, 'sku', v.sku,
  'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'taxable', v.taxable,
  'inventoryTracked', v.inventory_tracked, 'inventoryPolicy', v.inventory_policy,
  'active', p.status = 'active', 'price', pr.amount,
  'available', CASE WHEN v.inventory_tracked THEN (
    SELECT coalesce(sum(greatest(s.on_hand - s.reserved, 0)), 0)
    FROM stock_levels s WHERE s.variant_id = v.id) END`;

/**
 * A list whose length the planner cannot see. Otherwise PostgreSQL finds a plan for this very list
 * cheaper than the generic one and plans again at every call, which takes longer than the statement
 * itself.
 */
const list = (parameter: string) => `ARRAY(SELECT unnest(${parameter}))`;

/** Lines column by column, as `unnest` takes them. */
export interface LineColumns {
  readonly lineIds: readonly string[];
  readonly variantIds: readonly string[];
  readonly quantities: readonly number[];
  readonly unitPrices: readonly (number | null)[];
}

/** The {@link LineColumns} as a table `l`. */
const lines = `unnest(${list(':lineIds::text[]')}, ${list(':variantIds::text[]')},
      ${list(':quantities::int[]')}, ${list(':unitPrices::bigint[]')})
      AS l(id, variant_id, quantity, unit_price)`;

/** The variants among `ids`, as a JSON array. */
const variantsAmong = (ids: string, currency: string) => `
  SELECT coalesce(json_agg(json_build_object(${variantFacts})), '[]')
  FROM variants v
  JOIN products p ON p.id = v.product_id
  LEFT JOIN prices pr ON pr.variant_id = v.id AND pr.currency = ${currency}
  WHERE v.id = ANY(${list(ids)})`;

/** The rate of the region if there is one, else of the whole country. */
const taxRateAt = (country: string, region: string, condition: string) => `
  SELECT json_build_object('name', t.name, 'ratePpm', t.rate_ppm, 'inclusive', t.inclusive,
    'taxesShipping', t.taxes_shipping)
  FROM tax_rates t
  WHERE t.country = ${country} AND t.region IN ('', ${region}) AND ${condition}
  ORDER BY t.region DESC LIMIT 1`;

/** The {@link OrderedPrices} of a cart that has become an order. */
const orderedPricesOf = (cart: string) => `
  SELECT json_build_object('taxInclusive', o.tax_inclusive, 'exemption', o.tax_exemption, 'shippingOption', o.shipping_option,
    'totals', jsonb_build_object('subtotal', o.subtotal, 'discount', o.discount,
      'shipping', o.shipping, 'tax', o.tax, 'total', o.total)
      || CASE WHEN o.rounding <> 0 THEN jsonb_build_object('rounding', o.rounding) ELSE '{}' END,
    'lines', (SELECT json_object_agg(s.variant_id, json_build_object('unitPrice', s.unit_price,
        'tax', s.tax, 'total', s.total))
      FROM order_items s WHERE s.order_id = o.id))
  FROM orders o WHERE o.cart_id = ${cart}`;

export interface CartQuery {
  readonly cartId: string;
  /** The customer's id; null for a guest. */
  readonly customerId: string | null;
  /** Of the storefront that asks; null where it names none. */
  readonly salesChannel: string | null;
  /** Variants to bring along. */
  readonly variantIds: readonly string[];
  /**
   * What is about to change, as JSON ({ shippingAddress?, billingAddress?, shippingOptionId? }): tariffs and
   * tax are those of the cart as it will be.
   */
  readonly changes: string;
  /** Every rate that serves the country, not only the chosen one. */
  readonly everyTariff: boolean;
  readonly shopCountry: string;
}

/**
 * A cart with all that its price depends on, in one statement.
 *
 * Where no address is known yet, the shop's own country is assumed, but only to say which tax its
 * prices contain: a tax that is added on top waits for the address.
 *
 * OFFSET 0 has the LATERAL parts computed once; the planner would otherwise inline them and take the
 * JSON apart again for every row of the tables they are compared with.
 */
const readText = textOf();

/** @param also further columns. @param from where they come from. */
function textOf(also = '', from = ''): string {
  return `
  SELECT c.id, c.version, c.status, c.currency, c.customer_id AS "customerId", c.sales_channel AS "salesChannel", c.email,
    c.company_location_id AS "companyLocationId", c.purchase_order_number AS "purchaseOrderNumber",
    c.shipping_address AS "shippingAddress", c.billing_address AS "billingAddress",
    c.shipping_option_id AS "shippingOptionId",
    coalesce(c.promotion_codes, '{}') AS "promotionCodes",
    c.agreed_total AS "agreedTotal", c.expires_at AS "expiresAt",
    (SELECT s.version FROM carts s WHERE s.id = c.id) AS "snapshotVersion",
    (SELECT coalesce(json_agg(json_build_object('id', i.id, 'quantity', i.quantity,
        'agreedUnitPrice', i.unit_price, ${variantFacts}) ORDER BY i.id), '[]')
      FROM cart_items i
      JOIN variants v ON v.id = i.variant_id
      JOIN products p ON p.id = v.product_id
      LEFT JOIN prices pr ON pr.variant_id = v.id AND pr.currency = c.currency
      WHERE i.cart_id = c.id) AS lines,
    (${variantsAmong(':variantIds::text[]', 'c.currency')}) AS wanted,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'description', o.description,
        'bands', (SELECT coalesce(json_agg(json_build_object('minGrams', r.min_grams,
            'maxGrams', r.max_grams, 'amount', r.amount) ORDER BY r.min_grams), '[]')
          FROM shipping_rates r WHERE r.option_id = o.id AND r.currency = c.currency))
        ORDER BY o.position, o.id), '[]')
      FROM shipping_options o
      JOIN shipping_zones z ON z.id = o.zone_id
      WHERE o.active AND (:everyTariff OR o.id = place.option_id)
        AND (place.ships_to = ANY(z.countries) OR ('*' = ANY(z.countries) AND place.ships_to <> ''
          AND NOT EXISTS (SELECT 1 FROM shipping_zones n WHERE place.ships_to = ANY(n.countries))))
    ) AS tariffs,
    (${taxRateAt(
      'tax_place.country',
      'tax_place.region',
      '(place.destination IS NOT NULL OR t.inclusive)',
    )}) AS "taxRate",
    CASE WHEN place.location_id IS NOT NULL THEN (${companyOf(
      'place.location_id',
      ':customerId',
      `(q.variant_id = ANY(${list(':variantIds::text[]')})
        OR q.variant_id IN (SELECT i.variant_id FROM cart_items i WHERE i.cart_id = c.id))`,
    )}) END AS company,
    CASE WHEN place.location_id IS NULL AND c.customer_id IS NOT NULL
      THEN (${exemptionOfCustomer('c.customer_id')}) END AS "customerExemption",
    CASE c.status WHEN 'completed' THEN (${orderedPricesOf('c.id')}) END AS "orderedPrices"${also}
  FROM carts c${from}
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('shippingAddress', c.shipping_address, 'billingAddress', c.billing_address,
      'shippingOptionId', c.shipping_option_id, 'companyLocationId', c.company_location_id) || :changes::jsonb AS state OFFSET 0
  ) soon
  CROSS JOIN LATERAL (
    SELECT coalesce(soon.state->'shippingAddress'->>'country', '') AS ships_to,
      soon.state->>'shippingOptionId' AS option_id, soon.state->>'companyLocationId' AS location_id,
      coalesce(nullif(soon.state->'shippingAddress', 'null'), nullif(soon.state->'billingAddress', 'null'))
        AS destination OFFSET 0
  ) place
  CROSS JOIN LATERAL (
    SELECT coalesce(place.destination->>'country', :shopCountry)::char(2) AS country,
      regexp_replace(upper(trim(place.destination->>'region')), '^[A-Z]{2}-', '') AS region OFFSET 0
  ) tax_place
  WHERE c.id = :cartId AND (c.customer_id IS NULL OR c.customer_id = :customerId
      OR (c.company_location_id IS NOT NULL AND ${isApproverOf('c.company_location_id', ':customerId', 'c.customer_id')}))
    AND c.merged_into_id IS NULL AND ${isOfChannel('c')}
    AND (c.status = 'completed' OR c.expires_at > now())`;
}

export const readCart = statement('carts.read')<CartQuery, CartRow>(readText);

/** The same, keeping others from writing to the cart until the transaction ends. */
export const lockCart = statement('carts.lock')<CartQuery, CartRow>(`${readText} FOR UPDATE OF c`);

/**
 * The same, also locking the client's and the e-mail address's keys until the transaction ends, so
 * that their checkouts run one after another. The smaller key comes first, which prevents deadlocks.
 */
export const lockCartForCheckout = statement('carts.lockForCheckout')<
  CartQuery & { readonly clientKey: string | null },
  CartRow
>(
  `${textOf(
    `,
    json_build_array(pg_advisory_xact_lock(least(keys.client, keys.email))::text,
      pg_advisory_xact_lock(greatest(keys.client, keys.email))::text) AS "clientLocks"`,
    `
  CROSS JOIN LATERAL (
    SELECT hashtextextended('unpaid of client ' || :clientKey::text, 0) AS client,
      hashtextextended('unpaid of email ' || c.email, 0) AS email OFFSET 0
  ) keys`,
  )} FOR UPDATE OF c`,
);

/** What a cart that does not exist yet must know. */
export const readNewCartFacts = statement('carts.newCartFacts')<
  {
    currency: string;
    customerId: string | null;
    variantIds: readonly string[];
    shopCountry: string;
  },
  NewCartFacts
>(
  `SELECT EXISTS (SELECT 1 FROM price_ranges WHERE currency = :currency) AS "hasPrices",
    (${variantsAmong(':variantIds::text[]', ':currency')}) AS wanted,
    (${taxRateAt(':shopCountry', "''", 't.inclusive')}) AS "taxRate",
    (${exemptionOfCustomer(':customerId::text')}) AS "customerExemption"`,
);

export const insertCart = statement('carts.insert')<
  LineColumns &
    Pick<CartRow, 'id' | 'currency' | 'customerId' | 'salesChannel' | 'expiresAt' | 'agreedTotal'>
>(
  `WITH cart AS (
    INSERT INTO carts (id, currency, customer_id, sales_channel, expires_at, agreed_total)
    VALUES (:id, :currency, :customerId, :salesChannel, :expiresAt, :agreedTotal) RETURNING id
  ), put AS (
    INSERT INTO cart_items (id, cart_id, variant_id, quantity, unit_price)
    SELECT l.id, cart.id, l.variant_id, l.quantity, l.unit_price
    FROM cart, ${lines}
  )
  SELECT id FROM cart`,
);

/** Given as text. */
type JsonColumn = 'shippingAddress' | 'billingAddress';

/** A cart to save, over the version that it was read as. */
interface CartChange
  extends
    LineColumns,
    Omit<CartDetails, JsonColumn>,
    Record<JsonColumn, string | null>,
    Pick<
      CartRow,
      'id' | 'version' | 'shippingOptionId' | 'promotionCodes' | 'expiresAt' | 'agreedTotal'
    > {
  readonly removedIds: readonly string[];
}

/**
 * Saves a cart as one conditional write: nothing happens unless it is open and still of that version.
 * Every write of lines also raises the version, so an unchanged version means unchanged lines.
 * A variant that vanished meanwhile takes its line along.
 */
export const saveCart = statement('carts.save')<CartChange, { id: string }>(
  `WITH cart AS (
    UPDATE carts SET version = version + 1, email = :email, shipping_address = :shippingAddress,
      billing_address = :billingAddress, shipping_option_id = :shippingOptionId,
      company_location_id = :companyLocationId, purchase_order_number = :purchaseOrderNumber,
      promotion_codes = :promotionCodes, expires_at = :expiresAt, agreed_total = :agreedTotal,
      updated_at = now()
    WHERE id = :id AND version = :version AND status = 'open'
    RETURNING id
  ), removed AS (
    DELETE FROM cart_items i USING cart
    WHERE i.cart_id = cart.id AND i.id = ANY(${list(':removedIds::text[]')})
  ), put AS (
    INSERT INTO cart_items (id, cart_id, variant_id, quantity, unit_price)
    SELECT l.id, cart.id, v.id, l.quantity, l.unit_price
    FROM cart, ${lines}
    JOIN variants v ON v.id = l.variant_id
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, unit_price = excluded.unit_price
  )
  SELECT id FROM cart`,
);

export const completeCart = statement('carts.complete')<{ cartId: string }>(
  `UPDATE carts SET status = 'completed', version = version + 1, updated_at = now()
   WHERE id = :cartId AND status = 'open'`,
);
