import { z } from 'zod';
import { statement } from '../db/client.ts';
import { defineJob } from './defineJob.ts';

/** An Idempotency-Key is honoured for 24 hours. */
const purgeKeys = statement(
  'idempotency.purge',
  `DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours'`,
);

export const purgeIdempotencyKeysJob = defineJob({
  name: 'idempotency.purge',
  schema: z.object({}),
  maxAttempts: 3,
  async handle(_payload, ctx, _services: object) {
    await ctx.db.execute(purgeKeys);
  },
});
