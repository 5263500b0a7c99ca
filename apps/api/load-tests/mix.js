import { browseLimits, cartLimits, purchaseLimits } from './lib/limits.js';
import { arrivals, optionsOf, rateOr } from './lib/settings.js';

const rate = rateOr(50);

// Ordinary traffic: of a hundred visitors, ninety browse, eight fill a cart and two buy.
export const options = optionsOf(
  {
    browse: arrivals('browse', 0.9 * rate, 0.5),
    cart: arrivals('fillCart', 0.08 * rate, 2),
    purchase: arrivals('purchase', 0.02 * rate, 5),
  },
  { ...browseLimits, ...cartLimits, ...purchaseLimits },
);

export { browse } from './lib/browse.js';
export { fillCart } from './lib/cart.js';
export { setup } from './lib/catalogue.js';
export { purchase } from './lib/purchase.js';
export { handleSummary } from './lib/summary.js';
