import { statement } from '../../db/client.ts';
import type { Cart, VariantFacts } from '../pricing.service.ts';
import type { TaxRate } from '../tax.service.ts';

/** A cart with everything its price depends on, and what a write needs to know besides. */
export interface CartRow extends Cart {
  /** The version as of the statement's snapshot; another than `version` when a lock was waited for. */
  snapshotVersion: number;
  /** Of a checkout that waits for its turn; without meaning. */
  turns?: unknown;
  /** The variants that were asked about, those that exist. */
  wanted: VariantFacts[];
}

export interface NewCartFacts {
  hasPrices: boolean;
  wanted: VariantFacts[];
  taxRate: TaxRate | null;
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
 * A list of which the planner cannot see the length. Seeing it, PostgreSQL finds a plan made for this
 * very list cheaper than the general one and plans anew at every call, which takes longer than the
 * statement itself.
 */
const list = (parameter: string) => `ARRAY(SELECT unnest(${parameter}))`;

/** Lines as a table, from four lists that start at this parameter. */
const linesFrom = (first: number) => `unnest(${list(`$${first}::text[]`)},
      ${list(`$${first + 1}::text[]`)}, ${list(`$${first + 2}::int[]`)}, ${list(`$${first + 3}::bigint[]`)})
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

/** The {@link Sale} of a cart that has become an order. */
const saleOf = (cart: string) => `
  SELECT json_build_object('taxInclusive', o.tax_inclusive, 'shippingOption', o.shipping_option,
    'totals', jsonb_build_object('subtotal', o.subtotal, 'discount', o.discount,
      'shipping', o.shipping, 'tax', o.tax, 'total', o.total)
      || CASE WHEN o.rounding <> 0 THEN jsonb_build_object('rounding', o.rounding) ELSE '{}' END,
    'lines', (SELECT json_object_agg(s.variant_id, json_build_object('unitPrice', s.unit_price,
        'tax', s.tax, 'total', s.total))
      FROM order_items s WHERE s.order_id = o.id))
  FROM orders o WHERE o.cart_id = ${cart}`;

/**
 * A cart with all that its price depends on, in one statement.
 *
 * $1 cart; $2 the customer who asks, or null; $3 variants to tell about; $4 what is about to change
 * ({ shippingAddress?, billingAddress?, shippingOptionId? }), so that tariffs and tax are those of the
 * cart as it will be; $5 whether to bring every tariff that serves the country, not the chosen
 * one alone; $6 the shop's own country.
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
  SELECT c.id, c.version, c.status, c.currency, c.customer_id AS "customerId", c.email,
    c.shipping_address AS "shippingAddress", c.billing_address AS "billingAddress",
    c.shipping_option_id AS "shippingOptionId", c.promotion_codes AS "promotionCodes",
    c.agreed_total AS "agreedTotal", c.expires_at AS "expiresAt",
    (SELECT s.version FROM carts s WHERE s.id = c.id) AS "snapshotVersion",
    (SELECT coalesce(json_agg(json_build_object('id', i.id, 'quantity', i.quantity,
        'agreedUnitPrice', i.unit_price, ${variantFacts}) ORDER BY i.id), '[]')
      FROM cart_items i
      JOIN variants v ON v.id = i.variant_id
      JOIN products p ON p.id = v.product_id
      LEFT JOIN prices pr ON pr.variant_id = v.id AND pr.currency = c.currency
      WHERE i.cart_id = c.id) AS lines,
    (${variantsAmong('$3::text[]', 'c.currency')}) AS wanted,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'description', o.description,
        'bands', (SELECT coalesce(json_agg(json_build_object('minGrams', r.min_grams,
            'maxGrams', r.max_grams, 'amount', r.amount) ORDER BY r.min_grams), '[]')
          FROM shipping_rates r WHERE r.option_id = o.id AND r.currency = c.currency))
        ORDER BY o.position, o.id), '[]')
      FROM shipping_options o
      JOIN shipping_zones z ON z.id = o.zone_id
      WHERE o.active AND ($5 OR o.id = place.option_id)
        AND (place.ships_to = ANY(z.countries) OR ('*' = ANY(z.countries) AND place.ships_to <> ''
          AND NOT EXISTS (SELECT 1 FROM shipping_zones n WHERE place.ships_to = ANY(n.countries))))
    ) AS tariffs,
    (${taxRateAt(
      'tax_place.country',
      'tax_place.region',
      '(place.destination IS NOT NULL OR t.inclusive)',
    )}) AS "taxRate",
    CASE c.status WHEN 'completed' THEN (${saleOf('c.id')}) END AS sale${also}
  FROM carts c${from}
  CROSS JOIN LATERAL (
    SELECT jsonb_build_object('shippingAddress', c.shipping_address, 'billingAddress', c.billing_address,
      'shippingOptionId', c.shipping_option_id) || $4::jsonb AS state OFFSET 0
  ) soon
  CROSS JOIN LATERAL (
    SELECT coalesce(soon.state->'shippingAddress'->>'country', '') AS ships_to,
      soon.state->>'shippingOptionId' AS option_id,
      coalesce(nullif(soon.state->'shippingAddress', 'null'), nullif(soon.state->'billingAddress', 'null'))
        AS destination OFFSET 0
  ) place
  CROSS JOIN LATERAL (
    SELECT coalesce(place.destination->>'country', $6)::char(2) AS country,
      regexp_replace(upper(trim(place.destination->>'region')), '^[A-Z]{2}-', '') AS region OFFSET 0
  ) tax_place
  WHERE c.id = $1 AND (c.customer_id IS NULL OR c.customer_id = $2)
    AND (c.status = 'completed' OR c.expires_at > now())`;
}

export const readCart = statement<CartRow>('carts.read', readText);

/** The same, keeping others from writing to the cart until the transaction ends. */
export const lockCart = statement<CartRow>('carts.lock', `${readText} FOR UPDATE OF c`);

/**
 * The same for a checkout that others of the same client ($7) or e-mail address wait for, until the
 * transaction ends. The smaller key is locked first, so that no two can wait for each other.
 */
export const lockCartInTurn = statement<CartRow>(
  'carts.lockInTurn',
  `${textOf(
    `,
    json_build_array(pg_advisory_xact_lock(least(turn.client, turn.email))::text,
      pg_advisory_xact_lock(greatest(turn.client, turn.email))::text) AS turns`,
    `
  CROSS JOIN LATERAL (
    SELECT hashtextextended('unpaid of client ' || $7::text, 0) AS client,
      hashtextextended('unpaid of email ' || c.email, 0) AS email OFFSET 0
  ) turn`,
  )} FOR UPDATE OF c`,
);

/** What a cart that does not exist yet must know. $1 currency; $2 variants; $3 the shop's own country. */
export const readNewCartFacts = statement<NewCartFacts>(
  'carts.newCartFacts',
  `SELECT EXISTS (SELECT 1 FROM price_ranges WHERE currency = $1) AS "hasPrices",
    (${variantsAmong('$2::text[]', '$1')}) AS wanted,
    (${taxRateAt('$3', "''", 't.inclusive')}) AS "taxRate"`,
);

export const insertCart = statement<object>(
  'carts.insert',
  `WITH cart AS (
    INSERT INTO carts (id, currency, customer_id, expires_at, agreed_total)
    VALUES ($1, $2, $3, $4, $5) RETURNING id
  ), put AS (
    INSERT INTO cart_items (id, cart_id, variant_id, quantity, unit_price)
    SELECT l.id, cart.id, l.variant_id, l.quantity, l.unit_price
    FROM cart, ${linesFrom(6)}
  )
  SELECT id FROM cart`,
);

/**
 * Saves a cart as one conditional write: nothing happens unless it is open and still of version $2.
 * Whoever writes lines also raises the version, so an unchanged version means unchanged lines.
 * A variant that vanished meanwhile takes its line along.
 */
export const saveCart = statement<{ id: string }>(
  'carts.save',
  `WITH cart AS (
    UPDATE carts SET version = version + 1, email = $3, shipping_address = $4, billing_address = $5,
      shipping_option_id = $6, promotion_codes = $7, expires_at = $8, agreed_total = $9,
      updated_at = now()
    WHERE id = $1 AND version = $2 AND status = 'open'
    RETURNING id
  ), removed AS (
    DELETE FROM cart_items i USING cart WHERE i.cart_id = cart.id AND i.id = ANY(${list('$10::text[]')})
  ), put AS (
    INSERT INTO cart_items (id, cart_id, variant_id, quantity, unit_price)
    SELECT l.id, cart.id, v.id, l.quantity, l.unit_price
    FROM cart, ${linesFrom(11)}
    JOIN variants v ON v.id = l.variant_id
    ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, unit_price = excluded.unit_price
  )
  SELECT id FROM cart`,
);

export const completeCart = statement<object>(
  'carts.complete',
  `UPDATE carts SET status = 'completed', version = version + 1, updated_at = now()
   WHERE id = $1 AND status = 'open'`,
);
