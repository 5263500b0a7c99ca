import { AppError } from '../../utils/errors.ts';
import { formatMoney, type Money } from '../../utils/money.ts';
import type { PaymentProvider } from './provider.ts';

/**
 * Refuses what the provider would refuse after the order stands and holds its stock.
 * @throws {AppError} amount_too_small
 */
export function refuseTooSmall({ name, minimum }: PaymentProvider, amount: Money): void {
  const least = minimum?.(amount.currency);
  if (!least || amount.amount >= least.amount) return;
  const lowest = formatMoney(least);
  throw new AppError(
    'amount_too_small',
    `Less than ${lowest} cannot be paid by ${name}, and this comes to ${formatMoney(amount)}.`,
    {
      errors: [
        { path: 'paymentProvider', code: 'amount_too_small', message: `takes ${lowest} or more` },
      ],
    },
  );
}
