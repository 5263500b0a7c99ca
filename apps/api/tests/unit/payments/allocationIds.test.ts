import type { StripeGateway } from '../../../src/integrations/stripe.ts';
import { createStripeProvider } from '../../../src/integrations/stripe/paymentProvider.ts';
import type { StripeRefund } from '../../../src/integrations/stripe/refunds.ts';
import { refundPaymentJob } from '../../../src/jobs/payments.refund.job.ts';

/** The shop's reading of a refund at Stripe with this metadata. */
async function allocationOf(metadata: StripeRefund['metadata']) {
  const retrieveRefund: StripeGateway['retrieveRefund'] = async () => ({
    id: 're_1',
    paymentIntentId: 'pi_1',
    amount: { amount: 700, currency: 'USD' },
    status: 'succeeded',
    failureReason: null,
    metadata,
  });
  const options = {
    shopMark: 'shop',
    captureMethod: 'automatic',
    browser: {},
    keys: { embedded: true, secretKey: '' },
  } as const;
  const stripe = { retrieveRefund } as unknown as StripeGateway;
  return (await createStripeProvider(stripe, options).retrieveRefund('re_1')).allocation;
}

describe("An allocation's id", () => {
  test('is read from the jobs of this release and of the previous one', () => {
    expect(refundPaymentJob.schema.parse({ refundId: 'rt_1' })).toEqual({ allocationId: 'rt_1' });
    const both = { allocationId: 'rt_1', refundId: 'rt_1' };
    expect(refundPaymentJob.schema.parse(both)).toEqual({ allocationId: 'rt_1' });
  });

  test.each([
    [
      { allocationId: 'rt_1', refundId: 'rt_1', attempt: '2' },
      { id: 'rt_1', attempt: 2 },
    ],
    [
      { refundId: 'rt_1', attempt: '2' },
      { id: 'rt_1', attempt: 2 },
    ],
    [{ refundId: 'rt_1' }, { id: 'rt_1', attempt: 1 }],
    [{}, undefined],
  ])('is read from the metadata %j', async (metadata, allocation) => {
    expect(await allocationOf(metadata)).toEqual(allocation);
  });
});
