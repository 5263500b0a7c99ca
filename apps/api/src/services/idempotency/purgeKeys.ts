import { purgeInBatches } from '../../db/purgeInBatches.ts';
import type { Context } from '../../kernel/context.ts';

/** An Idempotency-Key is honoured for 24 hours. */
const KEPT_MS = 24 * 60 * 60_000;

/** Deletes keys that are honoured no longer, with their answers. */
export function purgeKeys({ db }: Context): Promise<void> {
  const createdAt = { lt: new Date(Date.now() - KEPT_MS) };
  return purgeInBatches(async (limit) => {
    const { count } = await db.prisma.idempotencyKey.deleteMany({ where: { createdAt }, limit });
    return count;
  });
}
