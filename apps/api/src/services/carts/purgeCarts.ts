import { purgeInBatches } from '../../db/purgeInBatches.ts';
import type { Context } from '../../kernel/context.ts';

/** Deletes open carts whose time is up, with their items. A completed one stays with its order. */
export function purgeCarts({ db }: Context): Promise<void> {
  const expired = { status: 'open', expiresAt: { lt: new Date() } } as const;
  return purgeInBatches(async (limit) => {
    const found = await db.prisma.cart.findMany({
      where: expired,
      select: { id: true },
      take: limit,
    });
    const id = { in: found.map((cart) => cart.id) };
    // The condition once more: a shopper may have written to the cart, or completed it, since it was found.
    await db.prisma.cart.deleteMany({ where: { id, ...expired } });
    return found.length;
  });
}
