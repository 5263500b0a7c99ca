import type { Context } from '../../kernel/context.ts';
import { lockPaymentsOf } from './ledger/locks.ts';
import type { PaymentRow } from './ledger/statements.ts';
import type { ProviderRegistry } from './providers/registry.ts';

/** What an order is when its payments have ended. */
type ClosableOrder = Pick<
  PaymentRow,
  'orderStatus' | 'orderPaymentStatus' | 'fulfillmentStatus'
> & {
  /** Whether anyone has begun to pay it: at a provider, or with a gift card or store credit. */
  readonly wasTried: boolean;
};

/**
 * Locks an order and its payments, in the transaction that is to close it.
 * @param allowPaid whether it may be closed although a payment has brought money.
 * @returns the order's states, or undefined when a payment has brought money or still can.
 */
export async function lockIfClosable(
  { isRemote }: Pick<ProviderRegistry, 'isRemote'>,
  ctx: Context,
  orderId: string,
  { allowPaid = false }: { allowPaid?: boolean } = {},
): Promise<ClosableOrder | undefined> {
  const payments = await lockPaymentsOf(ctx, orderId);
  const isOpen = payments.some(({ provider, status, amount }) => {
    if (status === 'succeeded') return amount > 0 && !allowPaid;
    return status !== 'canceled' && isRemote(provider);
  });
  const [first] = payments;
  if (isOpen || !first) return undefined;
  return { ...first, wasTried: first.hasCredit || payments.some(({ wasTried }) => wasTried) };
}
