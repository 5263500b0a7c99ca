import { localProvider } from '../../domains/payments.enums.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import type { CreditShare } from '../credit.service.ts';
import type { NewPayment } from '../orders.service.ts';
import { refuseOutOfLimits } from './providers/limits.ts';
import type { PaymentProvider, Placement, ProviderName } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';

/** How a new order is to be paid. */
export interface PaymentPlan {
  /** Who decides when the order is paid: of what credit leaves, or credit itself when it leaves nothing. */
  readonly provider: ProviderName;
  readonly placement: Placement;
  /** Credit first, in the order of its use; what is left to pay last. */
  readonly payments: readonly NewPayment[];
}

interface WantedPayment {
  readonly total: Money;
  /** By whom is paid what credit leaves. */
  readonly wanted: ProviderName;
  readonly shares: readonly CreditShare[];
  /** The saved card that pays what credit leaves. */
  readonly savedMethodId?: string | null;
}

/**
 * How an order of this total is paid: with credit as far as there is any, then as asked for, or not at
 * all when nothing is left to pay. The parts come to the total exactly: where a provider has coarser
 * steps than the currency, the last account keeps what would leave it a rest that it cannot take.
 * @throws {AppError} amount_too_small, amount_too_large for the provider, which would refuse it later.
 */
export function planPayments(
  providers: Pick<ProviderRegistry, 'get'>,
  { total, wanted, shares: offered, savedMethodId = null }: WantedPayment,
): PaymentPlan {
  const credit = offered.reduce((sum, { amount }) => sum + amount, 0);
  const amount = amountBesideCredit(providers.get(wanted), total, credit);
  const shares = sharesUpTo(total.amount - amount, offered);
  const whenCovered = shares.length > 0 ? localProvider.credit : localProvider.none;
  const provider = amount > 0 ? wanted : whenCovered;
  const { placement, remote } = providers.get(provider);
  // Their ids rise with their places, since an order's payments are all of one moment.
  const now = Date.now();
  const fromCredit = shares.map(({ accountId, amount }, index): NewPayment => ({
    id: newId('payment', now + index),
    provider: localProvider.credit,
    status: 'authorized',
    amount,
    captureMethod: 'automatic',
    creditAccountId: accountId,
    savedMethodId: null,
  }));
  if (provider === localProvider.credit) return { provider, placement, payments: fromCredit };
  if (remote) refuseOutOfLimits(remote, { ...total, amount });
  const left: NewPayment = {
    id: newId('payment', now + shares.length),
    provider,
    status: placement.payment,
    amount,
    captureMethod: remote?.captureMethod ?? 'automatic',
    creditAccountId: null,
    savedMethodId: remote ? savedMethodId : null,
  };
  return { provider, placement, payments: [...fromCredit, left] };
}

/** What a provider is to take of a total, in steps that it can take, when credit pays as much of the rest; minor units. */
export function amountBesideCredit(
  { chargeable }: Pick<PaymentProvider, 'chargeable'>,
  total: Money,
  credit: number,
): number {
  if (credit === total.amount) return 0;
  return total.amount - chargeable({ ...total, amount: credit }).amount;
}

/** The shares as far as they come to an amount: the last ones give less, or nothing. */
function sharesUpTo(most: number, shares: readonly CreditShare[]): CreditShare[] {
  let rest = most;
  return shares.flatMap(({ accountId, amount: offered }) => {
    const amount = Math.min(offered, rest);
    rest -= amount;
    return amount > 0 ? [{ accountId, amount }] : [];
  });
}
