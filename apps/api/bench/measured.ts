import { Pool } from 'pg';
import { createPaidWatch } from './paidWatch.ts';
import { createShopper, type Shopper } from './purchase.ts';
import type { Stage } from './stage.ts';

/** Enough for the flash sale. */
const CONNECTIONS = 1024;

/** The shop with the tools of the bench. */
export interface Measured {
  readonly stage: Stage;
  readonly shopper: Shopper;
  /** A connection to the shop's database. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export async function measure(stage: Stage): Promise<Measured> {
  // The job worker records payments, from the webhooks.
  await stage.agents.one('job worker').ask('watchPaid');
  const pool = new Pool({ connectionString: stage.shopUrl, max: 2, application_name: 'bench' });
  pool.on('error', () => undefined);
  const shopper = createShopper(stage.base, CONNECTIONS, createPaidWatch(stage.agents));
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
