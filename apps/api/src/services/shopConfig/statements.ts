import { statement } from '../../db/client.ts';

export interface RateRow {
  currency: string;
  minGrams: number;
  maxGrams: number | null;
  /** Minor units. */
  amount: number;
}
export interface OptionRow {
  id: string;
  zoneId: string;
  name: string;
  description: string;
  kind: 'flat' | 'weight';
  position: number;
  active: boolean;
  rates: RateRow[];
}
export interface ZoneRow {
  id: string;
  name: string;
  countries: string[];
}
export interface TaxRateRow {
  id: string;
  country: string;
  region: string;
  name: string;
  ratePpm: number;
  inclusive: boolean;
  taxesShipping: boolean;
}
export interface LocationRow {
  id: string;
  handle: string;
  name: string;
  priority: number;
}

/** All of it, as one statement sees it. */
export interface CurrentSetup {
  zones: ZoneRow[];
  options: OptionRow[];
  taxRates: TaxRateRow[];
  locations: LocationRow[];
}

export const readSetup = statement<CurrentSetup>(
  'shopConfig.read',
  `SELECT
    (SELECT coalesce(json_agg(json_build_object('id', z.id, 'name', z.name, 'countries', z.countries)
        ORDER BY z.id), '[]') FROM shipping_zones z) AS zones,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'zoneId', o.zone_id, 'name', o.name,
        'description', o.description, 'kind', o.kind, 'position', o.position, 'active', o.active,
        'rates', (SELECT coalesce(json_agg(json_build_object('currency', r.currency,
            'minGrams', r.min_grams, 'maxGrams', r.max_grams, 'amount', r.amount)
            ORDER BY r.min_grams, r.currency), '[]')
          FROM shipping_rates r WHERE r.option_id = o.id))
        ORDER BY o.position, o.id), '[]') FROM shipping_options o) AS options,
    (SELECT coalesce(json_agg(json_build_object('id', t.id, 'country', t.country, 'region', t.region,
        'name', t.name, 'ratePpm', t.rate_ppm, 'inclusive', t.inclusive,
        'taxesShipping', t.taxes_shipping) ORDER BY t.country, t.region), '[]')
      FROM tax_rates t) AS "taxRates",
    (SELECT coalesce(json_agg(json_build_object('id', l.id, 'handle', l.handle, 'name', l.name,
        'priority', l.priority) ORDER BY l.priority, l.id), '[]') FROM locations l) AS locations`,
);

/**
 * Keeps every other writer to these tables waiting, a second run of the command among them; carts and
 * checkouts, which read them, go on.
 */
export const lockSetup = statement<object>(
  'shopConfig.lock',
  `LOCK TABLE shipping_zones, shipping_options, shipping_rates, tax_rates, locations
   IN SHARE ROW EXCLUSIVE MODE`,
);

/** Which of the locations $1 stock lies at, or ever lay at. */
export const usedLocations = statement<{ id: string }>(
  'shopConfig.usedLocations',
  `SELECT l.id FROM locations l WHERE l.id = ANY($1)
     AND (EXISTS (SELECT FROM stock_levels s WHERE s.location_id = l.id)
       OR EXISTS (SELECT FROM reservations r WHERE r.location_id = l.id)
       OR EXISTS (SELECT FROM stock_movements m WHERE m.location_id = l.id))`,
);

/** How many carts that are still open have chosen each of the options $1. */
export const cartsWithOptions = statement<{ id: string; carts: number }>(
  'shopConfig.cartsWithOptions',
  `SELECT shipping_option_id AS id, count(*) AS carts FROM carts
   WHERE status = 'open' AND expires_at > now() AND shipping_option_id = ANY($1) GROUP BY 1`,
);

export const deleteOptions = statement<object>(
  'shopConfig.deleteOptions',
  'DELETE FROM shipping_options WHERE id = ANY($1)',
);
export const deleteZones = statement<object>(
  'shopConfig.deleteZones',
  'DELETE FROM shipping_zones WHERE id = ANY($1)',
);
export const deleteTaxRates = statement<object>(
  'shopConfig.deleteTaxRates',
  'DELETE FROM tax_rates WHERE id = ANY($1)',
);
export const deleteLocations = statement<object>(
  'shopConfig.deleteLocations',
  'DELETE FROM locations WHERE id = ANY($1)',
);
export const deleteRates = statement<object>(
  'shopConfig.deleteRates',
  'DELETE FROM shipping_rates WHERE option_id = ANY($1)',
);

export const putZones = statement<object>(
  'shopConfig.putZones',
  `INSERT INTO shipping_zones (id, name, countries)
   SELECT id, name, countries FROM json_to_recordset($1) AS z(id text, name text, countries text[])
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, countries = excluded.countries`,
);
export const putOptions = statement<object>(
  'shopConfig.putOptions',
  `INSERT INTO shipping_options (id, zone_id, name, description, kind, position, active)
   SELECT id, "zoneId", name, description, kind, position, active FROM json_to_recordset($1)
     AS o(id text, "zoneId" text, name text, description text, kind shipping_rate_kind,
       position int, active boolean)
   ON CONFLICT (id) DO UPDATE SET description = excluded.description, kind = excluded.kind,
     position = excluded.position, active = excluded.active`,
);
export const insertRates = statement<object>(
  'shopConfig.insertRates',
  `INSERT INTO shipping_rates (id, option_id, currency, min_grams, max_grams, amount)
   SELECT id, "optionId", currency, "minGrams", "maxGrams", amount FROM json_to_recordset($1)
     AS r(id text, "optionId" text, currency text, "minGrams" int, "maxGrams" int, amount bigint)`,
);
export const putTaxRates = statement<object>(
  'shopConfig.putTaxRates',
  `INSERT INTO tax_rates (id, country, region, name, rate_ppm, inclusive, taxes_shipping)
   SELECT id, country, region, name, "ratePpm", inclusive, "taxesShipping"
   FROM json_to_recordset($1) AS t(id text, country text, region text, name text, "ratePpm" int,
     inclusive boolean, "taxesShipping" boolean)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, rate_ppm = excluded.rate_ppm,
     inclusive = excluded.inclusive, taxes_shipping = excluded.taxes_shipping`,
);
export const putLocations = statement<object>(
  'shopConfig.putLocations',
  `INSERT INTO locations (id, handle, name, priority)
   SELECT id, handle, name, priority FROM json_to_recordset($1)
     AS l(id text, handle text, name text, priority int)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, priority = excluded.priority`,
);
