import type { Agents } from './agents.ts';
import type { Postgres } from './postgres.ts';
import type { ShopUnderTest } from './shop.ts';
import type { Stripe } from './stripe.ts';

export interface RunOptions {
  /** A new folder, for everything that the run leaves. */
  folder: string;
  minutes: number;
  seed: number;
  shoppers: number;
  interrupted: AbortSignal;
  say: (line: string) => void;
}

/** The parts of a run in progress. */
export interface Stage {
  readonly options: RunOptions;
  readonly agents: Agents;
  readonly stripe: Stripe;
  readonly shop: ShopUnderTest;
  readonly postgres: Postgres;
}
