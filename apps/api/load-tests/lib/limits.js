/**
 * What each step may take at its 95th percentile; milliseconds. Wide enough for a laptop of two
 * cores that also runs PostgreSQL, the Stripe sandbox and k6, and narrow enough that a lost index or
 * a cold cache is seen.
 */
const browsing = {
  list: 150,
  'next page': 150,
  category: 150,
  search: 200,
  product: 100,
  'product again': 100,
};

const filling = {
  'open cart': 250,
  'add to cart': 250,
  'change cart': 250,
  'read cart': 150,
};

const buying = {
  product: 100,
  'open cart': 250,
  address: 250,
  'shipping options': 200,
  'choose shipping': 250,
  checkout: 600,
  'checkout again': 250,
  order: 150,
};

/** From the payment's confirmation to the order that is seen as paid: two webhooks and a job between them. */
const PAID_MS = 3000;

const of = (/** @type {Record<string, number>} */ steps) =>
  Object.fromEntries(
    Object.entries(steps).map(([name, ms]) => [`http_req_duration{name:${name}}`, [`p(95)<${ms}`]]),
  );

export const browseLimits = of(browsing);
export const cartLimits = of(filling);
export const purchaseLimits = { ...of(buying), time_to_paid: [`p(95)<${PAID_MS}`] };
export const smokeLimits = { ...browseLimits, ...cartLimits, ...purchaseLimits };

/** Every step, in the order of a shopper's way. */
export const steps = [...new Set([browsing, filling, buying].flatMap(Object.keys))];
