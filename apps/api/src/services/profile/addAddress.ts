import { inTransaction } from '../../db/transaction.ts';
import { MAX_ADDRESSES } from '../../domains/profile.limits.ts';
import type { Address } from '../../kernel/address.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { clearDefaults, type Defaults } from './clearDefaults.ts';
import { savedAddressOf, type SavedAddress } from './findAddresses.ts';
import { lockCustomer } from './lockCustomer.ts';

interface NewAddress extends Defaults {
  readonly address: Address;
}

/** @throws {AppError} address_limit_exceeded */
export function addAddress(
  ctx: Context,
  { address, ...defaults }: NewAddress,
): Promise<SavedAddress> {
  return inTransaction(ctx, async (ctx) => {
    const customerId = await lockCustomer(ctx);
    const { customerAddress } = ctx.db.prisma;
    if ((await customerAddress.count({ where: { customerId } })) >= MAX_ADDRESSES) throw full();
    await clearDefaults(ctx, customerId, defaults);
    const { isDefaultShipping = false, isDefaultBilling = false } = defaults;
    const row = await customerAddress.create({
      data: {
        id: newId('customerAddress'),
        customerId,
        address: { ...address },
        isDefaultShipping,
        isDefaultBilling,
      },
    });
    return savedAddressOf(row);
  });
}

function full(): AppError {
  const message = `The address book holds at most ${MAX_ADDRESSES} addresses. Remove one first.`;
  return new AppError('address_limit_exceeded', message);
}
