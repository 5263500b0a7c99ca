import { localProvider } from '../../domains/payments.enums.ts';
import { openPaymentJob } from '../../jobs/payments.open.job.ts';
import type { Context } from '../../kernel/context.ts';
import type { ClientSession, PaymentToOpen } from '../../ports/paymentProvider.ts';
import { ProviderUnavailable } from '../../ports/paymentProviderErrors.ts';
import type { Order } from '../orders.service.ts';
import type { QueueService } from '../queue.service.ts';
import {
  createRemotePayment,
  type OpenedPayment,
  type RemotePaymentDeps,
} from './createRemotePayment.ts';
import { selectPayment, type PaymentRow } from './ledger/statements.ts';
import { toPayablePayment, type PayablePayment } from './payablePayment.ts';
import type { ProviderName } from './providers/provider.ts';
import type { ProviderRegistry } from './providers/registry.ts';

interface PaymentStartDeps extends RemotePaymentDeps {
  queue: QueueService;
  providers: ProviderRegistry;
}

/**
 * The second step of a checkout, outside of any transaction: creates at its provider what is not
 * paid with credit. When that is unavailable, the payment stays pending and a job retries.
 */
export async function startPayment(
  deps: PaymentStartDeps,
  ctx: Context,
  order: Order,
): Promise<PayablePayment> {
  const payment =
    order.payments.findLast(({ provider }) => provider !== localProvider.credit) ??
    order.payments.at(-1);
  if (!payment) throw new Error(`The order ${order.id} has no payment`);
  const { provider, providerId, status, clientSecret } = payment;
  if (providerId !== null || status !== 'pending') {
    return toPayablePayment(payment, status, sessionOf(deps, provider, clientSecret));
  }
  const opened = await openPaymentNow(deps, ctx, provider, toOpen(payment, order));
  const { clientSecret: secret, refusal } = opened;
  if (refusal !== undefined) return toPayablePayment({ ...payment, lastError: refusal }, 'failed');
  return toPayablePayment(payment, status, sessionOf(deps, provider, secret));
}

/** Starts a payment whose provider was unavailable. For the job: throws while it still is. */
export async function startPaymentLater(
  deps: PaymentStartDeps,
  ctx: Context,
  paymentId: string,
): Promise<void> {
  const [payment] = await ctx.db.query(selectPayment, { id: paymentId });
  if (!payment) throw new Error(`There is no payment ${paymentId}`);
  const remote = deps.providers.remoteOf(payment.provider);
  if (!remote || payment.status !== 'pending' || payment.providerId !== null) return;
  await createRemotePayment(deps, ctx, remote, toOpen(payment, orderOf(payment)));
}

/** Creates a payment for a waiting shopper; when the provider is unavailable, a job continues. */
export async function openPaymentNow(
  deps: PaymentStartDeps,
  ctx: Context,
  provider: ProviderName,
  payment: PaymentToOpen,
): Promise<OpenedPayment> {
  const remote = deps.providers.remoteOf(provider);
  if (!remote) return { clientSecret: null };
  try {
    return await createRemotePayment(deps, ctx, remote, payment);
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error;
    const jobKey = `${openPaymentJob.name}:${payment.id}`;
    await deps.queue.enqueue(ctx, openPaymentJob, { paymentId: payment.id }, { jobKey });
    return { clientSecret: null };
  }
}

/** What a payer's browser needs to pay with a secret; nothing without one. */
export function sessionOf(
  { providers }: Pick<PaymentStartDeps, 'providers'>,
  provider: ProviderName,
  secret: string | null,
): ClientSession | undefined {
  return secret === null ? undefined : providers.remoteOf(provider)?.clientSession(secret);
}

/** What the provider is told of a payment. */
export function toOpen(
  payment: Pick<
    PaymentRow,
    'id' | 'attempt' | 'amount' | 'currency' | 'captureMethod' | 'savedMethodId'
  >,
  order: { id: string; number: number; customerId: string | null },
): PaymentToOpen {
  const { id, attempt, amount, currency, captureMethod, savedMethodId } = payment;
  return {
    id,
    attempt,
    captureMethod,
    savedMethodId,
    customerId: order.customerId,
    amount: { amount, currency },
    orderId: order.id,
    orderNumber: order.number,
  };
}

/** The order of a payment, as its provider is told it. */
export function orderOf({ orderId, orderNumber, customerId }: PaymentRow) {
  return { id: orderId, number: orderNumber, customerId };
}
