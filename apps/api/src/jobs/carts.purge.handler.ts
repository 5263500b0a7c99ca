import type { Context } from '../kernel/context.ts';

/** A cart that became an order stays with it; its items go with an open one (cascade). */
export async function purgeCarts({ db }: Context): Promise<void> {
  await db.prisma.cart.deleteMany({ where: { status: 'open', expiresAt: { lt: new Date() } } });
}
