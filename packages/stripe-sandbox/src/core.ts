import type { Settings } from './options.ts';
import type { Store } from './store.ts';
import type { Timers } from './timers.ts';
import type { Webhooks } from './webhooks.ts';

/** The shared state of the sandbox. */
export interface Core {
  readonly settings: Settings;
  readonly store: Store;
  readonly timers: Timers;
  readonly webhooks: Webhooks;
  /** The sandbox's address, e.g. `http://127.0.0.1:12111`; known once it listens. */
  baseUrl: string;
}

/** One call of the API, or of a control or timer that acts in its place. */
export interface Call {
  readonly core: Core;
  /** Null without an API request, as for an action in the dashboard. */
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  /** Whether it has the publishable key, which allows and shows less. */
  readonly publishable: boolean;
}

/** A call without an API request: of a timer, a control or a page. */
export const internalCall = (core: Core): Call => ({
  core,
  requestId: null,
  idempotencyKey: null,
  publishable: false,
});

/** The current time in seconds, as Stripe's timestamps have it. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);
