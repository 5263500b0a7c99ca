import type { CaptureMethod } from '../../domains/payments.enums.ts';
import type { Money } from '../../kernel/money.ts';
import type { BrowserAccess } from '../../ports/paymentProvider.ts';
import { amountBesideCredit } from './planPayments.ts';
import { isWithinLimits } from './providers/limits.ts';
import type { ProviderName } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';

/** One way to pay what is left of a total, before there is a payment. */
export interface PaymentOption extends BrowserAccess {
  readonly provider: ProviderName;
  readonly captureMethod: CaptureMethod;
  readonly amount: Money;
}

interface PaymentOptionsRequest {
  readonly total: Money;
  /** What gift cards and store credit pay of it; minor units. */
  readonly credit: number;
  readonly offered: readonly ProviderName[];
}

/** How what credit leaves of a total can be paid: none when it leaves nothing, or more or less than a provider takes. */
export function listPaymentOptions(
  providers: Pick<ProviderRegistry, 'get'>,
  { total, credit, offered }: PaymentOptionsRequest,
): PaymentOption[] {
  return offered.flatMap((name) => {
    const provider = providers.get(name);
    const { remote } = provider;
    const left = amountBesideCredit(provider, total, Math.min(credit, total.amount));
    const amount = { ...total, amount: left };
    if (left === 0 || (remote && !isWithinLimits(remote, amount))) return [];
    const captureMethod = remote?.captureMethod ?? 'automatic';
    return [{ provider: name, captureMethod, amount, ...remote?.browserAccess() }];
  });
}
