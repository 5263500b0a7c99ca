import { inTransaction } from '../../db/transaction.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { getSaved, type SavedMethod } from './findSaved.ts';
import { lockCustomer } from './lockCustomer.ts';

/**
 * Makes one of the caller's saved cards the default, or no longer.
 * @throws {AppError} not_found
 */
export function setDefault(
  ctx: Context,
  id: string,
  { isDefault }: { readonly isDefault: boolean },
): Promise<SavedMethod> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = customerIdOf(ctx);
    await lockCustomer(ctx, customerId);
    const saved = await getSaved(ctx, id);
    const { savedPaymentMethod } = ctx.db.prisma;
    if (isDefault) {
      const where = { customerId, isDefault: true };
      await savedPaymentMethod.updateMany({ where, data: { isDefault: false } });
    }
    await savedPaymentMethod.update({ where: { id, customerId }, data: { isDefault } });
    return { ...saved, isDefault };
  });
}
