import type {
  DisputeStanding,
  ListedDispute,
  ProviderDisputes,
} from '../../ports/paymentProvider.ts';
import type { StripeGateway } from '../stripe.ts';
import type { DisputeSummary } from './disputes.ts';
import { byJob, eachInProviderErrors, toProviderErrors } from './providerErrors.ts';

export function providerDisputes(stripe: StripeGateway): ProviderDisputes {
  return {
    retrieve: (id) =>
      toProviderErrors(async () => {
        const dispute = await stripe.retrieveDispute(id, byJob);
        const { reason, amount, evidenceDueAt, createdAt } = dispute;
        return { ...toListed(dispute), reason, amount, evidenceDueAt, createdAt };
      }),
    async *list(span) {
      for await (const dispute of eachInProviderErrors(stripe.listDisputesWithin(span, byJob))) {
        yield toListed(dispute);
      }
    },
    standingOf,
  };
}

function toListed({ id, status, paymentIntentId }: DisputeSummary): ListedDispute {
  return { providerId: id, status, providerPaymentId: paymentIntentId };
}

const standing = (
  stage: DisputeStanding['stage'],
  state: 'open' | 'closed' | 'final',
): DisputeStanding => ({ stage, isClosed: state !== 'open', isFinal: state === 'final' });

/**
 * Stripe's statuses, by what they mean for the money (https://docs.stripe.com/disputes/how-disputes-work).
 * An inquiry ("warning") and what was prevented take none; `lost` may be appealed.
 */
const standings: Readonly<Record<string, DisputeStanding>> = {
  warning_needs_response: standing('none', 'open'),
  warning_under_review: standing('none', 'open'),
  warning_closed: standing('none', 'final'),
  prevented: standing('none', 'final'),
  needs_response: standing('open', 'open'),
  under_review: standing('open', 'open'),
  appeal_needs_response: standing('lost', 'open'),
  appeal_under_review: standing('lost', 'open'),
  lost: standing('lost', 'closed'),
  won: standing('won', 'final'),
};

function standingOf(status: string): DisputeStanding {
  const known = standings[status];
  if (!known) throw new Error(`A dispute is "${status}", which is unknown`);
  return known;
}
