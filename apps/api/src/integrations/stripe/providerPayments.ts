import type { PaymentStatus } from '../../domains/payments.enums.ts';
import type { RemotePayment, RemoteProvider } from '../../ports/paymentProvider.ts';
import type { StripeGateway } from '../stripe.ts';
import { markOf } from './foreign.ts';
import type { StripePayment } from './payments.ts';
import { byJob, eachInProviderErrors, optionsFor, toProviderErrors } from './providerErrors.ts';

type PaymentCalls = Pick<
  RemoteProvider,
  'open' | 'retrieve' | 'list' | 'cancel' | 'capture' | 'createCustomer' | 'deleteCustomer'
>;

/** @param shopMark by which the shop knows its payments on an account that it shares. */
export function providerPayments(stripe: StripeGateway, shopMark: string): PaymentCalls {
  const asked = (call: () => Promise<StripePayment>) =>
    toProviderErrors(async () => toRemotePayment(await call(), shopMark));

  return {
    open: ({ id, orderId, orderNumber, attempt, ...payment }, retryPolicy) =>
      asked(() =>
        stripe.createPayment(
          {
            amount: payment.amount,
            description: `Order ${orderNumber}`,
            metadata: { orderId, paymentId: id, shop: shopMark },
            captureMethod: payment.captureMethod,
            customerId: payment.remoteCustomerId,
            methodId: payment.remoteMethodId,
            idempotencyKey: `${id}:${attempt}`,
          },
          optionsFor(retryPolicy),
        ),
      ),
    retrieve: (id, retryPolicy) => asked(() => stripe.retrievePayment(id, optionsFor(retryPolicy))),
    async *list(span) {
      for await (const found of eachInProviderErrors(stripe.listPayments(span, byJob))) {
        const payment = found && toRemotePayment(found, shopMark);
        yield payment?.isOfAnotherShop ? null : payment;
      }
    },
    cancel: (id, retryPolicy) => asked(() => stripe.cancelPayment(id, optionsFor(retryPolicy))),
    capture: ({ id, attempt, providerId }, retryPolicy) =>
      asked(() =>
        stripe.capturePayment(
          { id: providerId, idempotencyKey: `${id}:${attempt}:capture` },
          optionsFor(retryPolicy),
        ),
      ),
    createCustomer: ({ customerId, attempt }, retryPolicy) =>
      toProviderErrors(() =>
        stripe.createCustomer(
          { customerId, idempotencyKey: `${customerId}:${attempt}` },
          optionsFor(retryPolicy),
        ),
      ),
    deleteCustomer: (id) => toProviderErrors(() => stripe.deleteCustomer(id, byJob)),
  };
}

function toRemotePayment(payment: StripePayment, shopMark: string): RemotePayment {
  const { shop = shopMark } = payment.metadata;
  return {
    providerId: payment.id,
    paymentId: markOf(payment.metadata),
    isOfAnotherShop: shop !== shopMark,
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
