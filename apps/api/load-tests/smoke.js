import { lookAtCategory, lookAtList, lookAtProduct, search } from './lib/browse.js';
import { fillCart } from './lib/cart.js';
import { smokeLimits } from './lib/limits.js';
import { purchase } from './lib/purchase.js';
import { arrivals, optionsOf, rateOr } from './lib/settings.js';

// Everything that the other scripts do, one shopper a second: whether it works, before it is loaded.
export const options = optionsOf({ smoke: arrivals('smoke', rateOr(1), 10) }, smokeLimits);

/** A shopper who does all there is to do. */
export function smoke(shop) {
  lookAtList(true);
  lookAtCategory(shop);
  search(shop);
  lookAtProduct(shop, true);
  fillCart(shop);
  purchase(shop);
}

export { setup } from './lib/catalogue.js';
export { handleSummary } from './lib/summary.js';
