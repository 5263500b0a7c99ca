import { inTransaction } from '../../../db/transaction.ts';
import type { Context } from '../../../kernel/context.ts';
import { record } from './ledger.ts';
import { lockPaymentsOf } from './locks.ts';

/** A provider's fee that is to be written to the ledger of its payment. */
export interface FeeToRecord {
  readonly paymentId: string;
  readonly orderId: string;
  /** Minor units of the payment's currency, more than zero. */
  readonly amount: number;
  readonly currency: string;
  /** The provider's id of the movement of its balance of which it was taken. */
  readonly reference: string;
}

/**
 * Writes down what a provider took of a payment. It is no part of what the customer paid or gets
 * back, so that the order's payment status does not ask for it.
 * @returns whether it was new.
 */
export async function recordFee(ctx: Context, fee: FeeToRecord): Promise<boolean> {
  const { paymentId: id, orderId, amount, currency, reference } = fee;
  return inTransaction(ctx, async (ctx) => {
    await lockPaymentsOf(ctx, orderId);
    return record(ctx, { id, currency }, 'fee', amount, reference);
  });
}
