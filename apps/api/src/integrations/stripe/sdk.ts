import { createRequire } from 'node:module';
import type { Stripe } from 'stripe';

const require = createRequire(import.meta.url);

/**
 * Stripe's SDK, loaded by the first call: 16 MiB that one who only shows the catalogue never needs.
 * Its CommonJS form, because its ES modules take 10 MiB and 0.1 s of CPU more (`utils/nodeHttp.ts`
 * says why).
 */
export function loadStripe(): typeof Stripe {
  return require('stripe') as typeof Stripe;
}
