import type { StripeGateway } from '../../src/integrations/stripe.ts';
import { StripeRefusal } from '../../src/integrations/stripe/errors.ts';
import { createStripeProvider } from '../../src/integrations/stripe/paymentProvider.ts';

/** The name of the shop's error for Stripe's refusal of a refund. */
async function refused(code: string): Promise<unknown> {
  const createRefund: StripeGateway['createRefund'] = () =>
    Promise.reject(new StripeRefusal('No.', code, undefined));
  const remote = createStripeProvider({ createRefund } as unknown as StripeGateway, {
    shopMark: 'shop',
    captureMethod: 'automatic',
    browser: {},
    keys: { embedded: true, secretKey: '' },
  });
  const amount = { amount: 1, currency: 'USD' };
  const asked = remote.refund({ id: 'rtr_1', attempt: 1, providerPaymentId: 'pi_1', amount });
  return asked.then(
    () => 'made',
    (error: unknown) => error instanceof Error && error.name,
  );
}

test.each([
  ['charge_disputed', 'ProviderBlocked'],
  ['refund_disputed_payment', 'ProviderBlocked'],
  ['amount_too_large', 'ProviderBlocked'],
  ['charge_already_refunded', 'ProviderSpent'],
  ['charge_not_refundable', 'ProviderRefusal'],
])('A refund that Stripe refuses as %s is a %s', async (code, name) => {
  expect(await refused(code)).toBe(name);
});
