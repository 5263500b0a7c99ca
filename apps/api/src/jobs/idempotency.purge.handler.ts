import type { Context } from '../kernel/context.ts';

/** An Idempotency-Key is honoured for 24 hours. */
const KEPT_MS = 24 * 60 * 60 * 1000;

export async function purgeIdempotencyKeys({ db }: Context): Promise<void> {
  const createdAt = { lt: new Date(Date.now() - KEPT_MS) };
  await db.prisma.idempotencyKey.deleteMany({ where: { createdAt } });
}
