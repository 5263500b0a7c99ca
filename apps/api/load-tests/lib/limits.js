/**
 * The limit of each step at its 95th percentile; milliseconds. Wide enough for a laptop with two
 * cores that also runs PostgreSQL, the Stripe sandbox and k6, and narrow enough to detect a missing
 * index or a cold cache.
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

/** From the confirmation until the API shows the order as paid, with two webhooks and a job between. */
const PAID_MS = 3000;

const of = (/** @type {Record<string, number>} */ steps) =>
  Object.fromEntries(
    Object.entries(steps).map(([name, ms]) => [`http_req_duration{name:${name}}`, [`p(95)<${ms}`]]),
  );

export const browseLimits = of(browsing);
export const cartLimits = of(filling);
export const purchaseLimits = { ...of(buying), time_to_paid: [`p(95)<${PAID_MS}`] };
export const smokeLimits = { ...browseLimits, ...cartLimits, ...purchaseLimits };

/** Every step, in the order of a purchase. */
export const steps = [...new Set([browsing, filling, buying].flatMap(Object.keys))];
