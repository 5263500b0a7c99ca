import { browseLimits } from './lib/limits.js';
import { arrivals, optionsOf, rateOr } from './lib/settings.js';

// Lists, categories, searches and products: the requests of visitors who only browse.
export const options = optionsOf({ browse: arrivals('browse', rateOr(100), 0.5) }, browseLimits);

export { browse } from './lib/browse.js';
export { setup } from './lib/catalogue.js';
export { handleSummary } from './lib/summary.js';
