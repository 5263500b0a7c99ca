import type { CrashShop, DueJob } from './crashShop.ts';

/** The due job of the newest Stripe event of this type. */
export async function webhookJobFor(shop: CrashShop, type: string): Promise<DueJob> {
  const event = await shop.ctx.db.prisma.providerEvent.findFirstOrThrow({
    where: { type, processedAt: null },
    orderBy: { receivedAt: 'desc' },
  });
  const due = await shop.dueJobs('webhooks.process');
  const job = due.find((one) => eventIdOf(one) === event.id);
  if (!job) throw new Error(`There is no job for ${type}`);
  return job;
}

/** The only job of this name that is due. */
export async function onlyJob(shop: CrashShop, name: string): Promise<DueJob> {
  const [job, ...others] = await shop.dueJobs(name);
  if (!job || others.length > 0) throw new Error(`There is not one job ${name}`);
  return job;
}

/** Processes an event as its job does; the job stays due, as a redelivery. */
export function processWebhook({ container, ctx }: CrashShop, job: DueJob): Promise<void> {
  return container.services.webhooks.process(ctx, { provider: 'stripe', eventId: eventIdOf(job) });
}

/** Removes an event, as if it had not arrived. @returns what Stripe sent. */
export async function removeWebhook({ container, ctx }: CrashShop, job: DueJob): Promise<string> {
  const { payload } = await ctx.db.prisma.providerEvent.delete({
    where: { provider_id: { provider: 'stripe', id: eventIdOf(job) } },
  });
  await container.database.pool.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [
    job.id,
  ]);
  return payload;
}

/** Changes something at Stripe, and loses its webhooks. */
export async function withWebhooksLost(
  shop: CrashShop,
  work: () => Promise<unknown>,
): Promise<void> {
  await shop.control('POST', 'webhooks', { drop: 100 });
  await work();
  await shop.control('DELETE', 'webhooks');
}

function eventIdOf({ payload }: DueJob): string {
  return (payload as { eventId: string }).eventId;
}
