import type { SavedPaymentMethod } from '../../db/generated/client.ts';
import type { MethodUsage } from '../../domains/paymentMethods.enums.ts';
import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** A card that can be paid with. */
export interface SavedMethod {
  readonly id: string;
  readonly provider: string;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly isDefault: boolean;
  readonly consent: {
    readonly version: string;
    /** As it was shown. */
    readonly text: string;
    readonly usage: MethodUsage;
    readonly at: Date;
  };
  readonly createdAt: Date;
}

/** The caller's saved cards, newest first. */
export async function listSaved(ctx: Context): Promise<SavedMethod[]> {
  const rows = await ctx.db.prisma.savedPaymentMethod.findMany({
    where: { customerId: customerIdOf(ctx), state: 'active' },
    orderBy: { id: 'desc' },
  });
  return rows.map(savedMethodOf);
}

/** @throws {AppError} not_found, also for another customer's, and for one that is being removed. */
export async function getSaved(ctx: Context, id: string): Promise<SavedMethod> {
  const row = await ctx.db.prisma.savedPaymentMethod.findFirst({
    where: { id, customerId: customerIdOf(ctx), state: 'active' },
  });
  if (!row) throw notFound('payment method');
  return savedMethodOf(row);
}

/** The database has a check that an active row has all of a card. */
export function savedMethodOf(row: SavedPaymentMethod): SavedMethod {
  const { id, provider, isDefault, createdAt, usage } = row;
  const { brand, last4, expiryMonth, expiryYear } = row;
  if (brand === null || last4 === null || expiryMonth === null || expiryYear === null) {
    throw new Error(`The saved payment method ${id} has no card`);
  }
  return {
    id,
    provider,
    brand,
    last4,
    expiryMonth,
    expiryYear,
    isDefault,
    consent: {
      version: row.consentVersion,
      text: row.consentText,
      usage: usage as MethodUsage,
      at: row.consentAt,
    },
    createdAt,
  };
}
