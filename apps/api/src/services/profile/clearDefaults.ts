import type { Context } from '../../kernel/context.ts';

/** What an address is to become; what is left out stays. */
export interface Defaults {
  readonly isDefaultShipping?: boolean | undefined;
  readonly isDefaultBilling?: boolean | undefined;
}

/** Has no address be the default of what another is about to become; under the customer's lock. */
export async function clearDefaults(
  { db }: Context,
  customerId: string,
  { isDefaultShipping, isDefaultBilling }: Defaults,
): Promise<void> {
  const { customerAddress } = db.prisma;
  if (isDefaultShipping === true) {
    const where = { customerId, isDefaultShipping };
    await customerAddress.updateMany({ where, data: { isDefaultShipping: false } });
  }
  if (isDefaultBilling === true) {
    const where = { customerId, isDefaultBilling };
    await customerAddress.updateMany({ where, data: { isDefaultBilling: false } });
  }
}
