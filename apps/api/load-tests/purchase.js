import { purchaseLimits } from './lib/limits.js';
import { arrivals, optionsOf, rateOr } from './lib/settings.js';

// Whole purchases, from the product until the API shows the order as paid.
export const options = optionsOf({ purchase: arrivals('purchase', rateOr(5), 5) }, purchaseLimits);

export { setup } from './lib/catalogue.js';
export { purchase } from './lib/purchase.js';
export { handleSummary } from './lib/summary.js';
