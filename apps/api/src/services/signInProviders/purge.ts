import type { Context } from '../../kernel/context.ts';

/** Deletes sign-ins that were not completed in time. */
export async function purge({ db }: Context): Promise<void> {
  await db.prisma.providerSignIn.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
