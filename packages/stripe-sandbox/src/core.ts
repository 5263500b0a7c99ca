import type { Settings } from './options.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';
import type { Webhooks } from './webhooks.ts';

/** What every part of the sandbox works with. */
export interface Core {
  readonly settings: Settings;
  readonly store: Store;
  readonly timers: Timers;
  readonly webhooks: Webhooks;
  /** Where the sandbox is reached, e.g. `http://127.0.0.1:12111`; known once it listens. */
  baseUrl: string;
}

/** One call of the API, or of a control or timer that acts in its place. */
export interface Call {
  readonly core: Core;
  /** Null where no API request stands behind it, as for what happens in the dashboard. */
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  /** Whether it came with the publishable key: less may be done, and less is shown. */
  readonly publishable: boolean;
}

/** A call that no API request stands behind: a timer, a control, a page. */
export const internalCall = (core: Core): Call => ({
  core,
  requestId: null,
  idempotencyKey: null,
  publishable: false,
});

/** The current time in seconds, as Stripe's timestamps have it. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);
