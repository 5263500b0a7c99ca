import type { CustomerAddress } from '../../db/generated/client.ts';
import type { Address } from '../../kernel/address.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** An entry of an address book. */
export interface SavedAddress {
  readonly id: string;
  readonly address: Address;
  readonly isDefaultShipping: boolean;
  readonly isDefaultBilling: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The caller's whole address book, newest first. */
export async function listAddresses(ctx: Context): Promise<SavedAddress[]> {
  const rows = await ctx.db.prisma.customerAddress.findMany({
    where: { customerId: customerIdOf(ctx) },
    orderBy: { id: 'desc' },
  });
  return rows.map(savedAddressOf);
}

/** @throws {AppError} not_found, also for another customer's. */
export async function getAddress(ctx: Context, id: string): Promise<SavedAddress> {
  const row = await ctx.db.prisma.customerAddress.findFirst({
    where: { id, customerId: customerIdOf(ctx) },
  });
  if (!row) throw notFound('address');
  return savedAddressOf(row);
}

/** What the row holds passed the schema of addresses when it was saved. */
export function savedAddressOf({
  customerId: _customerId,
  address,
  ...row
}: CustomerAddress): SavedAddress {
  return { ...row, address: address as unknown as Address };
}
