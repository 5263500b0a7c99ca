import type { Browser } from './browser.ts';
import type { Client } from './client.ts';
import type { Notes } from './notes.ts';
import type { Random } from './random.ts';

export interface ShopperTools {
  client: Client;
  browser: Browser;
  random: Random;
  notes: Notes;
  /** The variants to buy. */
  variants: readonly string[];
  /** Aborts when no new purchase may begin. */
  closing: AbortSignal;
}
