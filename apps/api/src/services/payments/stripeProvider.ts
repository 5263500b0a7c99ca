import type { StripeGateway, StripePayment, StripeRefund } from '../../integrations/stripe.ts';
import { chargeable } from '../../integrations/stripe/amounts.ts';
import { StripeRefusal, StripeUnavailable } from '../../integrations/stripe/errors.ts';
import { AmountError } from '../../utils/money.ts';
import {
  ProviderRefusal,
  ProviderUnavailable,
  type PaymentProvider,
  type RemotePayment,
  type RemoteRefund,
} from './provider.ts';
import type { PaymentStatus } from './states.ts';

/** Cards and whatever else is switched on in Stripe's dashboard. The order waits until it is paid. */
export function createStripeProvider(stripe: StripeGateway): PaymentProvider {
  return {
    name: 'stripe',
    placement: { order: 'pending', orderPayment: 'unpaid', payment: 'pending' },
    chargeable,
    remote: {
      open: ({ id, orderId, orderNumber, amount, attempt }, { hurried = false } = {}) =>
        translated(async () =>
          toPayment(
            await stripe.createPayment(
              {
                amount,
                description: `Order ${orderNumber}`,
                metadata: { orderId, paymentId: id },
                idempotencyKey: `${id}:${attempt}`,
              },
              hurried ? { maxNetworkRetries: 0 } : {},
            ),
          ),
        ),
      retrieve: (id) => translated(async () => toPayment(await stripe.retrievePayment(id))),
      async *list(span) {
        const payments = stripe.listPayments(span);
        for (;;) {
          const { done, value } = await translated(() => payments.next());
          if (done) return;
          yield value && toPayment(value);
        }
      },
      cancel: (id) => translated(async () => toPayment(await stripe.cancelPayment(id))),
      refund: ({ id, providerPaymentId, amount }) =>
        translated(async () =>
          toRefund(
            await stripe.createRefund({
              paymentIntentId: providerPaymentId,
              amount,
              metadata: { refundId: id },
              idempotencyKey: id,
            }),
          ),
        ),
      retrieveRefund: (id) => translated(async () => toRefund(await stripe.retrieveRefund(id))),
    },
  };
}

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StripeUnavailable) {
      throw new ProviderUnavailable(error.message, { cause: error });
    }
    if (error instanceof StripeRefusal || error instanceof AmountError) {
      throw new ProviderRefusal(error.message, { cause: error });
    }
    throw error;
  }
}

function toPayment(payment: StripePayment): RemotePayment {
  return {
    providerId: payment.id,
    paymentId: payment.metadata['paymentId'],
    status: statusOf(payment),
    captured: payment.received,
    captureReference: payment.chargeId,
    clientSecret: payment.clientSecret,
    failure: payment.failure && `${payment.failure.message} (${payment.failure.code})`,
  };
}

const statuses: Readonly<Record<string, PaymentStatus>> = {
  requires_payment_method: 'pending',
  requires_confirmation: 'pending',
  requires_action: 'requires_action',
  processing: 'processing',
  requires_capture: 'authorized',
  succeeded: 'succeeded',
  canceled: 'canceled',
};

/** After a decline Stripe waits for another payment method, as it did before the first one. */
function statusOf({ id, status, failure }: StripePayment): PaymentStatus {
  if (status === 'requires_payment_method' && failure) return 'failed';
  const known = statuses[status];
  if (!known) throw new Error(`Stripe says that ${id} is "${status}", which is not known here`);
  return known;
}

function toRefund({ id, status, failureReason }: StripeRefund): RemoteRefund {
  return { providerId: id, status, failure: failureReason };
}
