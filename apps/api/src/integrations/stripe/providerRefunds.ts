import type { RemoteProvider, RemoteRefund } from '../../ports/paymentProvider.ts';
import type { StripeGateway } from '../stripe.ts';
import { byJob, eachInProviderErrors, toProviderErrors } from './providerErrors.ts';
import type { StripeRefund } from './refunds.ts';

type RefundCalls = Pick<
  RemoteProvider,
  'refund' | 'retrieveRefund' | 'listRefunds' | 'refundsOf' | 'listFees'
>;

/** Money that goes back, and what Stripe keeps of what came. */
export function providerRefunds(stripe: StripeGateway): RefundCalls {
  const asked = (call: () => Promise<StripeRefund>) =>
    toProviderErrors(async () => toRemoteRefund(await call()));

  return {
    refund: ({ id, attempt, providerPaymentId, amount }) =>
      asked(() =>
        stripe.createRefund(
          {
            paymentIntentId: providerPaymentId,
            amount,
            // Releases before 0.2 read the allocation's id as "refundId"; they may still run beside this one.
            metadata: { allocationId: id, refundId: id, attempt: String(attempt) },
            idempotencyKey: `${id}:${attempt}`,
          },
          byJob,
        ),
      ),
    retrieveRefund: (id) => asked(() => stripe.retrieveRefund(id, byJob)),
    async *listRefunds(span) {
      for await (const refund of eachInProviderErrors(stripe.listRefundsWithin(span, byJob))) {
        const { id: providerId, paymentIntentId: providerPaymentId, metadata, status } = refund;
        yield { providerId, providerPaymentId, allocationId: allocationOf(metadata), status };
      }
    },
    refundsOf: (id) =>
      toProviderErrors(async () => {
        const of = id.startsWith('pi_') ? { payment_intent: id } : { charge: id };
        return (await stripe.listRefunds(of, byJob)).map(toRemoteRefund);
      }),
    async *listFees(span) {
      for await (const one of eachInProviderErrors(stripe.listFees(span, byJob))) {
        const { id: reference, paymentIntentId: providerPaymentId, chargeId, fee } = one;
        yield { reference, providerPaymentId, captureReference: chargeId, fee };
      }
    },
  };
}

/** A refund that was made before the key had its name has the id as "refundId". */
function allocationOf(metadata: StripeRefund['metadata']): string | undefined {
  return metadata['allocationId'] ?? metadata['refundId'];
}

function toRemoteRefund(refund: StripeRefund): RemoteRefund {
  const { id, paymentIntentId, amount, status, failureReason, metadata } = refund;
  const allocationId = allocationOf(metadata);
  const { attempt = '1' } = metadata;
  return {
    providerId: id,
    providerPaymentId: paymentIntentId,
    allocation:
      allocationId === undefined ? undefined : { id: allocationId, attempt: Number(attempt) },
    amount,
    status,
    failure: failureReason,
    isBlocked: status === 'failed' && failureReason === 'charge_for_pending_refund_disputed',
  };
}
