import type { SavedPaymentMethod } from '../../db/generated/client.ts';
import type { Context } from '../../kernel/context.ts';
import { lockCustomer } from './lockCustomer.ts';

/**
 * Locks the customer of a saved card, also one who becomes its customer by a merge meanwhile.
 * @returns the row as it is then; undefined once it is gone.
 */
export async function lockOwner(ctx: Context, id: string): Promise<SavedPaymentMethod | undefined> {
  const find = () => ctx.db.prisma.savedPaymentMethod.findUnique({ where: { id } });
  for (let row = await find(); row !== null;) {
    const { customerId } = row;
    await lockCustomer(ctx, customerId);
    row = await find();
    if (row?.customerId === customerId) return row;
  }
  return undefined;
}
