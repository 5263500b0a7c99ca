import type { StripeGateway } from '../../../integrations/stripe.ts';
import { chargeable, maximumCharge, minimumCharge } from '../../../integrations/stripe/amounts.ts';
import type { CallOptions } from '../../../integrations/stripe/callOptions.ts';
import {
  StripeMissing,
  StripeRefusal,
  StripeUnavailable,
} from '../../../integrations/stripe/errors.ts';
import { markOf } from '../../../integrations/stripe/foreign.ts';
import type { StripePayment } from '../../../integrations/stripe/payments.ts';
import type { StripeRefund } from '../../../integrations/stripe/refunds.ts';
import { AmountError } from '../../../kernel/money.ts';
import {
  ProviderBlocked,
  ProviderMissing,
  ProviderRefusal,
  ProviderSpent,
  ProviderUnavailable,
  type Patience,
  type PaymentProvider,
  type RemotePayment,
  type RemoteRefund,
} from './port.ts';
import type { PaymentStatus } from '../ledger/states.ts';

const byJob: CallOptions = { maxNetworkRetries: 0 };

const optionsFor = (patience: Patience = 'job'): CallOptions => (patience === 'job' ? byJob : {});

/**
 * Cards and whatever else is switched on in Stripe's dashboard. The order waits until it is paid.
 * @param shopMark by which the shop knows its payments on an account that it shares.
 */
export function createStripeProvider(stripe: StripeGateway, shopMark: string): PaymentProvider {
  function toPayment(payment: StripePayment): RemotePayment {
    const { shop = shopMark } = payment.metadata;
    const paymentId = markOf(payment.metadata);
    return { ...readPayment(payment), paymentId, isOfAnotherShop: shop !== shopMark };
  }

  return {
    name: 'stripe',
    placement: { order: 'pending', orderPayment: 'unpaid', payment: 'pending' },
    chargeable,
    minimum: minimumCharge,
    maximum: maximumCharge,
    remote: {
      name: 'stripe',
      open: ({ id, orderId, orderNumber, attempt, remoteCustomerId, ...payment }, patience) =>
        translated(async () =>
          toPayment(
            await stripe.createPayment(
              {
                amount: payment.amount,
                description: `Order ${orderNumber}`,
                metadata: { orderId, paymentId: id, shop: shopMark },
                captureMethod: payment.captureMethod,
                customerId: remoteCustomerId,
                idempotencyKey: `${id}:${attempt}`,
              },
              optionsFor(patience),
            ),
          ),
        ),
      retrieve: (id, patience) =>
        translated(async () => toPayment(await stripe.retrievePayment(id, optionsFor(patience)))),
      async *list(span) {
        const payments = stripe.listPayments(span, byJob);
        for (;;) {
          const { done, value } = await translated(() => payments.next());
          if (done) return;
          const payment = value && toPayment(value);
          yield payment?.isOfAnotherShop ? null : payment;
        }
      },
      cancel: (id, patience) =>
        translated(async () => toPayment(await stripe.cancelPayment(id, optionsFor(patience)))),
      capture: ({ id, attempt, providerId }, patience) =>
        translated(async () =>
          toPayment(
            await stripe.capturePayment(
              { id: providerId, idempotencyKey: `${id}:${attempt}:capture` },
              optionsFor(patience),
            ),
          ),
        ),
      createCustomer: ({ customerId, attempt }, patience) =>
        translated(() =>
          stripe.createCustomer(
            { customerId, idempotencyKey: `${customerId}:${attempt}` },
            optionsFor(patience),
          ),
        ),
      refund: ({ id, attempt, providerPaymentId, amount }) =>
        translated(async () =>
          toRefund(
            await stripe.createRefund(
              {
                paymentIntentId: providerPaymentId,
                amount,
                metadata: { refundId: id, attempt: String(attempt) },
                idempotencyKey: `${id}:${attempt}`,
              },
              byJob,
            ),
          ),
        ),
      retrieveRefund: (id) =>
        translated(async () => toRefund(await stripe.retrieveRefund(id, byJob))),
      async *listRefunds(span) {
        const refunds = stripe.listRefundsWithin(span, byJob);
        for (;;) {
          const { done, value } = await translated(() => refunds.next());
          if (done) return;
          const { id: providerId, paymentIntentId: providerPaymentId, metadata, status } = value;
          yield { providerId, providerPaymentId, transferId: metadata['refundId'], status };
        }
      },
      async *listFees(span) {
        const fees = stripe.listFees(span, byJob);
        for (;;) {
          const { done, value } = await translated(() => fees.next());
          if (done) return;
          const { id: reference, paymentIntentId: providerPaymentId, chargeId, fee } = value;
          yield { reference, providerPaymentId, captureReference: chargeId, fee };
        }
      },
      refundsOf: (id) =>
        translated(async () => {
          const of = id.startsWith('pi_') ? { payment_intent: id } : { charge: id };
          return (await stripe.listRefunds(of, byJob)).map(toRefund);
        }),
    },
  };
}

/** Why Stripe makes no refund now, and may make another. */
const blocking: ReadonlySet<string> = new Set([
  'charge_disputed',
  'refund_disputed_payment',
  'amount_too_large',
]);

async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof StripeUnavailable) {
      const isAnswered = error.outage === 'broken';
      throw new ProviderUnavailable(error.message, { cause: error, isAnswered });
    }
    if (error instanceof StripeRefusal && error.code === 'charge_already_refunded') {
      throw new ProviderSpent(error.message, { cause: error });
    }
    if (error instanceof StripeRefusal && blocking.has(error.code)) {
      throw new ProviderBlocked(error.message, { cause: error });
    }
    if (error instanceof StripeMissing) throw new ProviderMissing(error.message, { cause: error });
    if (error instanceof StripeRefusal || error instanceof AmountError) {
      throw new ProviderRefusal(error.message, { cause: error });
    }
    throw error;
  }
}

function readPayment(payment: StripePayment): Omit<RemotePayment, 'paymentId'> {
  return {
    providerId: payment.id,
    status: statusOf(payment),
    authorized: payment.capturable,
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
  if (!known) throw new Error(`Stripe says that ${id} is "${status}", which is unknown`);
  return known;
}

function toRefund(refund: StripeRefund): RemoteRefund {
  const { id, paymentIntentId, amount, status, failureReason, metadata } = refund;
  const { refundId, attempt = '1' } = metadata;
  return {
    providerId: id,
    providerPaymentId: paymentIntentId,
    transfer: refundId === undefined ? undefined : { id: refundId, attempt: Number(attempt) },
    amount,
    status,
    failure: failureReason,
    isBlocked: status === 'failed' && failureReason === 'charge_for_pending_refund_disputed',
  };
}
