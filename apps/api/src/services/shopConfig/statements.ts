import { statement, type None } from '../../db/statement.ts';

/**
 * Keeps every other writer to these tables waiting, a second run of the command among them; carts and
 * checkouts, which read them, continue.
 */
export const lockSetup = statement('shopConfig.lock')<None>(
  `LOCK TABLE shipping_zones, shipping_options, shipping_rates, tax_rates, locations
   IN SHARE ROW EXCLUSIVE MODE`,
);

/** At which of the locations stock lies, or ever lay. */
export const usedLocations = statement('shopConfig.usedLocations')<
  { ids: readonly string[] },
  { id: string }
>(
  `SELECT l.id FROM locations l WHERE l.id = ANY(:ids)
     AND (EXISTS (SELECT FROM stock_levels s WHERE s.location_id = l.id)
       OR EXISTS (SELECT FROM reservations r WHERE r.location_id = l.id)
       OR EXISTS (SELECT FROM stock_movements m WHERE m.location_id = l.id))`,
);
