import { viewCategory, viewList, viewProduct, search } from './lib/browse.js';
import { fillCart } from './lib/cart.js';
import { smokeLimits } from './lib/limits.js';
import { purchase } from './lib/purchase.js';
import { arrivals, optionsOf, rateOr } from './lib/settings.js';

// Runs the steps of all other scripts with one shopper a second, to check that they work.
export const options = optionsOf({ smoke: arrivals('smoke', rateOr(1), 10) }, smokeLimits);

/** A shopper who takes every step. */
export function smoke(shop) {
  viewList(true);
  viewCategory(shop);
  search(shop);
  viewProduct(shop, true);
  fillCart(shop);
  purchase(shop);
}

export { setup } from './lib/catalogue.js';
export { handleSummary } from './lib/summary.js';
