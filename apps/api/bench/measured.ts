import { Pool } from 'pg';
import { createPaidWatch } from './paidWatch.ts';
import { createShopper, type Shopper } from './purchase.ts';
import type { Stage } from './stage.ts';

/** Enough for the flash sale. */
const CONNECTIONS = 1024;

/** The shop with what the bench needs around it. */
export interface Measured {
  readonly stage: Stage;
  readonly shopper: Shopper;
  /** Looks into the shop's database from outside. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export function measure(stage: Stage): Measured {
  const pool = new Pool({ connectionString: stage.shopUrl, max: 2, application_name: 'bench' });
  pool.on('error', () => undefined);
  const shopper = createShopper(stage.base, CONNECTIONS, createPaidWatch(pool));
  return {
    stage,
    shopper,
    pool,
    async close() {
      shopper.close();
      await pool.end();
    },
  };
}
