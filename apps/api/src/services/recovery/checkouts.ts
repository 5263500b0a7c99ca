import type { Context } from '../../kernel/context.ts';
import type { CheckoutService } from '../checkout.service.ts';
import type { Order, OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import type { Driver, Progress } from './driver.ts';

/** Bank debits take days, and a webhook reports their outcome. */
const DEBIT_CHECK_SECONDS = 86_400;

export interface CheckoutDriverDeps {
  orders: OrdersService;
  payments: PaymentsService;
  checkout: CheckoutService;
}

/**
 * Resumes checkouts: creates a payment that was never created, and retrieves one whose webhook may
 * have been lost.
 */
export function createCheckoutDriver(deps: CheckoutDriverDeps): Driver {
  const { orders, payments, checkout } = deps;

  async function drive(ctx: Context, orderId: string): Promise<Progress> {
    for (const payment of (await orders.getOrThrow(ctx, orderId)).payments) {
      const { id, provider, providerId, status } = payment;
      if (!payments.isRemote(provider) || status === 'succeeded' || status === 'canceled') continue;
      if (providerId === null) await payments.openLater(ctx, id);
      else await payments.sync(ctx, provider, providerId);
    }
    return progressOf(await orders.getOrThrow(ctx, orderId));
  }

  return {
    drive,
    resume: drive,
    compensate: async (ctx, orderId, decision) => {
      await checkout.cancelAsStaff(ctx, orderId, decision);
    },
  };
}

function progressOf({ paymentStatus, payments }: Order): Progress {
  if (paymentStatus === 'authorized') {
    return {
      kind: 'unrecoverable',
      why: 'The authorization lapses soon and no one has captured it',
    };
  }
  const isDebit = payments.some(({ status }) => status === 'processing');
  return isDebit ? { kind: 'waits', seconds: DEBIT_CHECK_SECONDS } : { kind: 'driven' };
}
