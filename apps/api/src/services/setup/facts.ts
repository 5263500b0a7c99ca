import { statement } from '../../db/statement.ts';

/** What the tables say of the first sale, in the default currency and country. */
export interface SetupFacts {
  /** Active products; of these: with a price in the currency; of these: available. */
  hasActive: boolean;
  hasPriced: boolean;
  hasAvailable: boolean;
  /** Whether any of the active ones is sent by post. */
  isSent: boolean;
  /** The name of the country's zone; null where there is none. */
  zone: string | null;
  /** Whether the zone has an active option; and one with a price in the currency. */
  hasOption: boolean;
  hasPricedOption: boolean;
  /** The rate of the whole country, in parts per million; null where there is none. */
  ratePpm: number | null;
  /** Whether regions of it have separate rates. */
  hasRegionalRate: boolean;
  /** The payment providers of which an event has ever come. */
  senders: string[];
}

/** A zone serves the country if it names it, or if it is for what no zone names. */
export const readFacts = statement('setup.facts')<
  { currency: string; country: string; providers: readonly string[] },
  SetupFacts
>(
  `WITH home AS (
    SELECT z.id, z.name FROM shipping_zones z
    WHERE :country::text = ANY(z.countries) OR ('*' = ANY(z.countries)
      AND NOT EXISTS (SELECT FROM shipping_zones n WHERE :country::text = ANY(n.countries)))
  ), home_options AS (
    SELECT o.id FROM shipping_options o JOIN home ON home.id = o.zone_id WHERE o.active
  )
  SELECT
    EXISTS (SELECT FROM products p JOIN variants v ON v.product_id = p.id
      WHERE p.status = 'active') AS "hasActive",
    EXISTS (SELECT FROM products p JOIN variants v ON v.product_id = p.id
      JOIN prices c ON c.variant_id = v.id AND c.currency = :currency
      WHERE p.status = 'active') AS "hasPriced",
    EXISTS (SELECT FROM products p JOIN variants v ON v.product_id = p.id
      JOIN prices c ON c.variant_id = v.id AND c.currency = :currency
      WHERE p.status = 'active' AND (NOT v.inventory_tracked OR v.inventory_policy = 'continue'
        OR EXISTS (SELECT FROM stock_levels s
          WHERE s.variant_id = v.id AND s.on_hand > s.reserved))) AS "hasAvailable",
    EXISTS (SELECT FROM products p JOIN variants v ON v.product_id = p.id
      WHERE p.status = 'active' AND v.requires_shipping) AS "isSent",
    (SELECT min(name) FROM home) AS zone,
    EXISTS (SELECT FROM home_options) AS "hasOption",
    EXISTS (SELECT FROM home_options o JOIN shipping_rates r ON r.option_id = o.id
      WHERE r.currency = :currency) AS "hasPricedOption",
    (SELECT rate_ppm FROM tax_rates WHERE country = :country AND region = '') AS "ratePpm",
    EXISTS (SELECT FROM tax_rates WHERE country = :country AND region <> '') AS "hasRegionalRate",
    ARRAY(SELECT p.name FROM unnest(:providers::text[]) AS p (name)
      WHERE EXISTS (SELECT FROM provider_events e WHERE e.provider = p.name)) AS senders`,
);
