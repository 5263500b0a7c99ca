import { inTransaction } from '../../db/transaction.ts';
import type { Address } from '../../kernel/address.ts';
import type { Context } from '../../kernel/context.ts';
import { clearDefaults, type Defaults } from './clearDefaults.ts';
import { getAddress, savedAddressOf, type SavedAddress } from './findAddresses.ts';
import { lockCustomer } from './lockCustomer.ts';
import { refuseOutdated, type ChangeTerms } from './refuseOutdated.ts';

interface AddressChangeRequest extends ChangeTerms<SavedAddress> {
  readonly change: Defaults & { readonly address?: Address | undefined };
}

/**
 * Changes an entry of the caller's address book; carts and orders keep their copies.
 * @throws {AppError} not_found
 * @throws {OutdatedError} precondition_failed, with the entry as it is.
 */
export function changeAddress(
  ctx: Context,
  id: string,
  { change, isExpected }: AddressChangeRequest,
): Promise<SavedAddress> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = await lockCustomer(ctx);
    refuseOutdated(await getAddress(ctx, id), isExpected);
    const { address, isDefaultShipping, isDefaultBilling } = change;
    await clearDefaults(ctx, customerId, change);
    const row = await ctx.db.prisma.customerAddress.update({
      where: { id, customerId },
      data: {
        ...(address && { address: { ...address } }),
        ...(isDefaultShipping !== undefined && { isDefaultShipping }),
        ...(isDefaultBilling !== undefined && { isDefaultBilling }),
      },
    });
    return savedAddressOf(row);
  });
}

/**
 * Removes an entry of the caller's address book.
 * @returns the entry as it was.
 * @throws as {@link changeAddress} does.
 */
export function removeAddress(
  ctx: Context,
  id: string,
  { isExpected }: ChangeTerms<SavedAddress>,
): Promise<SavedAddress> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = await lockCustomer(ctx);
    const saved = await getAddress(ctx, id);
    refuseOutdated(saved, isExpected);
    await ctx.db.prisma.customerAddress.delete({ where: { id, customerId } });
    return saved;
  });
}
