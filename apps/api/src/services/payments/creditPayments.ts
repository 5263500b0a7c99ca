import type { PaymentEntryKind } from '../../domains/payments.enums.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { CreditService } from '../credit.service.ts';
import type { NewOrder } from '../orders.service.ts';
import {
  cancelHeld,
  captureHeld,
  insertHeld,
  selectShares,
  type CreditPayment,
} from './creditStatements.ts';
import { recordAll } from './ledger/ledger.ts';

export interface CreditPaymentDeps {
  credit: CreditService;
}

type Share = Omit<CreditPayment, 'id'>;

/**
 * Holds what a new order is to be paid with on its accounts, which are locked. What is on an account
 * is the shop's own word, so that nothing is asked over the network: all of it is done in the
 * transaction of what it follows from, which has locked the order. Accounts are locked after the
 * order and before the stock.
 *
 * Credit is held (authorized) as the order is placed and captured together with the rest, and not
 * as the order is accepted: until then the shop has not been paid, and to release what is held is no
 * refund when the rest never comes.
 */
export async function holdCredit(
  deps: CreditPaymentDeps,
  ctx: Context,
  { id: orderId, currency, paymentStatus, payments }: NewOrder,
): Promise<void> {
  const held = payments.flatMap(({ id, creditAccountId: accountId, amount }) =>
    accountId === null ? [] : [{ id, accountId, amount, currency }],
  );
  await hold(deps, ctx, held);
  if (held.length > 0 && paymentStatus === 'paid') await captureCredit(ctx, orderId);
}

/** The order is paid: what is held for it is taken. */
export async function captureCredit(ctx: Context, orderId: string): Promise<void> {
  await recordEach(ctx, 'captured', await ctx.db.query(captureHeld, { orderId }));
}

/** Releases the holds of payments that have just been canceled. */
export async function releaseCredit(
  { credit }: CreditPaymentDeps,
  ctx: Context,
  canceled: readonly CreditPayment[],
): Promise<void> {
  const moves = canceled.map(({ id, accountId, amount }) => ({ accountId, amount, reference: id }));
  await credit.move(ctx, 'released', moves);
}

/** The order stays, and its money has gone back: what is held for it is released. */
export async function releaseHeldCredit(
  deps: CreditPaymentDeps,
  ctx: Context,
  orderId: string,
): Promise<void> {
  await releaseCredit(deps, ctx, await ctx.db.query(cancelHeld, { orderId }));
}

/**
 * Locks the accounts from which an order that has ended was to be paid.
 * @returns what each is to give; undefined when the account no longer has it.
 */
export async function lockCreditAgain(
  { credit }: CreditPaymentDeps,
  ctx: Context,
  orderId: string,
): Promise<readonly Share[] | undefined> {
  const shares = await ctx.db.query(selectShares, { orderId });
  return (await credit.lockReleasedShares(ctx, shares)) ? shares : undefined;
}

/** Holds what {@link lockCreditAgain} has found, by new payments. */
export async function holdCreditAgain(
  deps: CreditPaymentDeps,
  ctx: Context,
  orderId: string,
  shares: readonly Share[],
): Promise<void> {
  const payments = shares.map((share) => ({ ...share, id: newId('payment') }));
  for (const { id, amount, currency, accountId } of payments) {
    await ctx.db.execute(insertHeld, { id, orderId, amount, currency, accountId });
  }
  await hold(deps, ctx, payments);
}

/** Takes the amounts of payments that were just written from their accounts, which are locked. */
async function hold(
  { credit }: CreditPaymentDeps,
  ctx: Context,
  payments: readonly CreditPayment[],
): Promise<void> {
  await credit.move(
    ctx,
    'held',
    payments.map(({ id, accountId, amount }) => ({ accountId, amount: -amount, reference: id })),
  );
  await recordEach(ctx, 'authorized', payments);
}

/** What the shop itself did with a payment happens once, so that its own id is the reference. */
async function recordEach(
  ctx: Context,
  kind: PaymentEntryKind,
  payments: readonly CreditPayment[],
): Promise<void> {
  const entries = payments.map(({ id, currency, amount }) => ({
    id,
    currency,
    amount,
    reference: id,
  }));
  await recordAll(ctx, kind, entries);
}
