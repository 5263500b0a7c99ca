import { statement } from '../../db/statement.ts';
import { isOfChannel } from './salesChannel.ts';
import type { CartStatus } from '../../domains/carts.enums.ts';

/** Has the merges of one customer run one after another, until the transaction ends. */
export const lockMerges = statement('carts.lockMerges')<{ customerId: string }, { locked: string }>(
  `SELECT pg_advisory_xact_lock(hashtextextended('carts of ' || :customerId::text, 0))::text AS locked`,
);

/** Of a cart that has not expired, a guest’s or a customer’s. */
export const lockGuestCart = statement('carts.lockGuest')<
  { cartId: string; salesChannel: string | null },
  { status: CartStatus; customerId: string | null; mergedIntoId: string | null }
>(
  `SELECT status, customer_id AS "customerId", merged_into_id AS "mergedIntoId"
   FROM carts c WHERE id = :cartId AND (status = 'completed' OR expires_at > now())
     AND ${isOfChannel('c')}
   FOR UPDATE`,
);

/** The customer's open cart in a currency (in any, where it is null) that was written to last. */
export const selectOwnCart = statement('carts.findOwn')<
  { customerId: string; currency: string | null; salesChannel: string | null },
  { id: string }
>(
  `SELECT id FROM carts c
   WHERE ${isOfChannel('c')} AND customer_id = :customerId AND status = 'open' AND merged_into_id IS NULL
     AND expires_at > now() AND (:currency::text IS NULL OR currency = :currency)
   ORDER BY updated_at DESC, id DESC
   LIMIT 1`,
);

/** A higher version, so that a guest's write which has read the cart already does not succeed. */
export const adoptCart = statement('carts.adopt')<{
  cartId: string;
  customerId: string;
  expiresAt: Date;
}>(
  `UPDATE carts SET customer_id = :customerId, version = version + 1, expires_at = :expiresAt,
     updated_at = now()
   WHERE id = :cartId AND customer_id IS NULL AND status = 'open'`,
);

/** Closes a cart whose lines another one has now. What its shopper said of themselves goes. */
export const closeMergedCart = statement('carts.closeMerged')<{ cartId: string; intoId: string }>(
  `WITH emptied AS (DELETE FROM cart_items WHERE cart_id = :cartId)
   UPDATE carts SET merged_into_id = :intoId, version = version + 1, email = NULL,
     shipping_address = NULL, billing_address = NULL, shipping_option_id = NULL,
     purchase_order_number = NULL, updated_at = now()
   WHERE id = :cartId`,
);
