import { purgeInBatches } from '../../db/purgeInBatches.ts';
import type { Context } from '../../kernel/context.ts';

/** Deletes what has expired: challenges, secrets that were never confirmed, and remembered devices. */
export async function purgeFactors({ db }: Context): Promise<void> {
  const now = new Date();
  const expired = { expiresAt: { lt: now } };
  const isCounted = new Date(now.getTime() - 3_600_000);
  const { prisma } = db;
  const deletions = [
    (limit: number) => prisma.webauthnChallenge.deleteMany({ where: expired, limit }),
    (limit: number) => prisma.signInChallenge.deleteMany({ where: expired, limit }),
    (limit: number) => prisma.rememberedDevice.deleteMany({ where: expired, limit }),
    (limit: number) =>
      prisma.totpSecret.deleteMany({
        where: { confirmedAt: null, createdAt: { lt: isCounted } },
        limit,
      }),
    (limit: number) =>
      prisma.factorAttempt.deleteMany({ where: { since: { lt: isCounted } }, limit }),
  ];
  for (const remove of deletions) {
    await purgeInBatches(async (limit) => (await remove(limit)).count);
  }
}
