/**
 * The position of the checkout of an order `o`, as SQL: its step, the state of the workflow, and
 * its deadline. It follows from the order's statuses alone, so the workflow's row, which the
 * statement that moves the order writes, is no second truth.
 *
 * - Unpaid: the payment must start at its provider within two minutes (a job retries until then);
 *   `o.expires_at` is null in a new order and in one whose payment has not started.
 * - Paying: until the order expires, and a while longer for the sweeper.
 * - Authorized: card networks keep an authorization for seven days.
 * - Partially paid: staff decide, and are notified when the money arrives
 *   (payments/manualReview.ts).
 */
export const checkoutPosition = `
  SELECT
    CASE WHEN o.status::text = 'confirmed' OR o.status::text = 'completed' THEN 'capture'
      ELSE 'authorize' END AS step,
    CASE
      WHEN o.status::text IN ('canceled', 'expired') THEN 'compensated'
      WHEN o.status::text = 'pending' AND o.expires_at IS NULL THEN 'running'
      WHEN o.status::text = 'pending' THEN 'waiting'
      WHEN o.payment_status::text IN ('unpaid', 'failed', 'authorized', 'partially_paid') THEN 'waiting'
      ELSE 'succeeded'
    END AS state,
    CASE
      WHEN o.status::text = 'pending' THEN coalesce(o.expires_at + interval '15 minutes', now() + interval '2 minutes')
      WHEN o.status::text = 'confirmed' AND o.payment_status::text = 'authorized' THEN now() + interval '6 days'
    END AS deadline`;
