/**
 * How far the checkout of an order `o` is, as SQL: its step, the state of the workflow, and when
 * somebody looks after it. It follows from the order's states alone, so that the workflow's row,
 * which is written in the statement that moves the order, is no second truth.
 *
 * - Unpaid: the payment is to be begun at its provider, within two minutes (a job is tried again
 *   until then); `o.expires_at` is null in a new order and in one whose payment is not begun.
 * - Paying: until the order's time is up, and a while longer for the sweeper.
 * - Authorized: card networks keep an authorization for seven days.
 * - Partially paid: a person decides, who is called as the money comes (payments/manualReview.ts).
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
