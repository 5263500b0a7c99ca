import { AppError } from '../../../kernel/errors.ts';
import { formatMoney, type Money } from '../../../kernel/money.ts';
import type { RemoteProvider } from '../../../ports/paymentProvider.ts';
import type { ProviderName } from './provider.ts';
import type { ProviderRegistry } from './registry.ts';

type Limited = Pick<RemoteProvider, 'name' | 'minimum' | 'maximum'>;

/** Whether the provider takes such an amount at once. */
export function isWithinLimits(remote: Limited, { amount, currency }: Money): boolean {
  const least = remote.minimum?.(currency).amount ?? 0;
  const most = remote.maximum?.(currency).amount ?? Infinity;
  return amount >= least && amount <= most;
}

/** What a provider can move of an amount, never more; minor units. */
export function chargeableAmount(
  providers: Pick<ProviderRegistry, 'get'>,
  provider: ProviderName,
  money: Money,
): number {
  return providers.get(provider).chargeable(money).amount;
}

/**
 * Refuses what the provider would refuse after the order stands and holds its stock.
 * @throws {AppError} amount_too_small, amount_too_large
 */
export function refuseOutOfLimits(remote: Limited, amount: Money): void {
  const comesTo = `cannot be paid with ${remote.name}, and the amount is ${formatMoney(amount)}`;
  const least = remote.minimum?.(amount.currency);
  if (least && amount.amount < least.amount) {
    const lowest = formatMoney(least);
    throw refusal(
      'amount_too_small',
      `Less than ${lowest} ${comesTo}.`,
      `accepts ${lowest} or more`,
    );
  }
  const most = remote.maximum?.(amount.currency);
  if (most && amount.amount > most.amount) {
    const highest = formatMoney(most);
    const message = `accepts ${highest} or less at once`;
    throw refusal('amount_too_large', `More than ${highest} at once ${comesTo}.`, message);
  }
}

function refusal(
  code: 'amount_too_small' | 'amount_too_large',
  detail: string,
  message: string,
): AppError {
  return new AppError(code, detail, { errors: [{ path: 'paymentProvider', code, message }] });
}
