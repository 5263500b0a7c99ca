import type { CrashShop, DueJob } from './crashShop.ts';

/** The job that is due about the newest of Stripe's events of this type. */
export async function jobOfNews(shop: CrashShop, type: string): Promise<DueJob> {
  const event = await shop.ctx.db.prisma.providerEvent.findFirstOrThrow({
    where: { type, processedAt: null },
    orderBy: { receivedAt: 'desc' },
  });
  const due = await shop.dueJobs('webhooks.process');
  const job = due.find((one) => eventIdOf(one) === event.id);
  if (!job) throw new Error(`No one is to act on ${type}`);
  return job;
}

/** The only job of this name that is due. */
export async function onlyJob(shop: CrashShop, name: string): Promise<DueJob> {
  const [job, ...others] = await shop.dueJobs(name);
  if (!job || others.length > 0) throw new Error(`There is not one job ${name}`);
  return job;
}

/** Acts on an event, as its job does; the job is left to a redelivery. */
export function actOnNews({ container, ctx }: CrashShop, job: DueJob): Promise<void> {
  return container.services.webhooks.process(ctx, { provider: 'stripe', eventId: eventIdOf(job) });
}

/** Takes an event back, as if it had not come. @returns what Stripe had sent. */
export async function forgetNews({ container, ctx }: CrashShop, job: DueJob): Promise<string> {
  const { payload } = await ctx.db.prisma.providerEvent.delete({
    where: { provider_id: { provider: 'stripe', id: eventIdOf(job) } },
  });
  await container.database.pool.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [
    job.id,
  ]);
  return payload;
}

/** Something happens at Stripe of which no event arrives. */
export async function unheard(shop: CrashShop, work: () => Promise<unknown>): Promise<void> {
  await shop.control('POST', 'webhooks', { drop: 100 });
  await work();
  await shop.control('DELETE', 'webhooks');
}

function eventIdOf({ payload }: DueJob): string {
  return (payload as { eventId: string }).eventId;
}
