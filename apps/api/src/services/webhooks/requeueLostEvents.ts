import { inTransaction } from '../../db/transaction.ts';
import { processWebhookJob } from '../../jobs/webhooks.process.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { Logger } from '../../utils/logger.ts';
import { closeDiscarded, requeueEvents } from './inbox.ts';

/** The next run, ten minutes later, takes the others. */
const REQUEUED_AT_ONCE = 1000;

/**
 * Gives events that are still to be acted on and have no job a new one; those whose job staff
 * have discarded are closed.
 */
export async function requeueLostEvents(
  { logger }: { logger: Pick<Logger, 'warn'> },
  ctx: Context,
): Promise<void> {
  const { name, maxAttempts } = processWebhookJob;
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.execute(closeDiscarded, { job: name });
    const lost = await ctx.db.query(requeueEvents, {
      job: name,
      maxAttempts,
      limit: REQUEUED_AT_ONCE,
    });
    if (lost.length > 0) logger.warn('Events of payment providers had lost their jobs', { lost });
  });
}
