import { statement } from '../../db/client.ts';

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
