import type { Context } from '../../kernel/context.ts';

/**
 * Removes every factor of a user, sign-ins that wait for one, and devices that are remembered: a
 * stranger may have added them.
 */
export async function removeAll({ db }: Context, userId: string): Promise<void> {
  const { prisma } = db;
  const where = { userId };
  await prisma.signInChallenge.deleteMany({ where });
  await prisma.webauthnChallenge.deleteMany({ where });
  await prisma.rememberedDevice.deleteMany({ where });
  await prisma.passkey.deleteMany({ where });
  await prisma.totpSecret.deleteMany({ where });
  await prisma.backupCode.deleteMany({ where });
  await prisma.factorAttempt.deleteMany({ where });
}
