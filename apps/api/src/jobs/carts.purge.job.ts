import { z } from 'zod';
import { statement } from '../db/client.ts';
import { defineJob } from './defineJob.ts';

/** A cart that became an order stays with it; its items go with an open one (cascade). */
const purgeCarts = statement(
  'carts.purge',
  `DELETE FROM carts WHERE status = 'open' AND expires_at < now()`,
);

export const purgeCartsJob = defineJob({
  name: 'carts.purge',
  schema: z.object({}),
  maxAttempts: 3,
  async handle(_payload, ctx, _services: object) {
    await ctx.db.execute(purgeCarts);
  },
});
