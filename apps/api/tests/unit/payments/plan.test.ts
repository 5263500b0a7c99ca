import type { CreditShare } from '../../../src/services/credit.service.ts';
import type { StripeGateway } from '../../../src/integrations/stripe.ts';
import { createStripeProvider } from '../../../src/integrations/stripe/paymentProvider.ts';
import { planPayments } from '../../../src/services/payments/planPayments.ts';
import { createProviderRegistry } from '../../../src/services/payments/providers/registry.ts';

const providers = createProviderRegistry([
  createStripeProvider({} as StripeGateway, {
    shopMark: 'shop',
    captureMethod: 'automatic',
    browser: {},
    keys: { embedded: true, secretKey: '' },
  }),
]);

/** The payments of an amount, by provider. */
function plan(
  amount: number,
  currency: string,
  balances: number[] = [],
  wanted: 'stripe' | 'manual' = 'stripe',
) {
  let rest = amount;
  const shares = balances.map((balance, index): CreditShare => {
    const share = Math.min(balance, rest);
    rest -= share;
    return { accountId: `ca_${index}`, amount: share };
  });
  const planned = planPayments(providers, { total: { amount, currency }, wanted, shares });
  return planned.payments.map(({ provider, amount }) => `${provider} ${amount}`);
}

describe('The payment plan of an order', () => {
  test.each<[string, number, string, number[], string[]]>([
    ['the provider alone', 1000, 'USD', [], ['stripe 1000']],
    [
      'cards, and the provider for the rest',
      1000,
      'USD',
      [300, 200],
      ['credit 300', 'credit 200', 'stripe 500'],
    ],
    ['cards alone', 1000, 'USD', [300, 900], ['credit 300', 'credit 700']],
    ['nothing, where nothing is to be paid', 0, 'USD', [], ['none 0']],
    // A gift card keeps the part that would leave an amount which Stripe cannot charge.
    ['a card and Stripe in its steps', 5120, 'KWD', [4117], ['credit 4110', 'stripe 1010']],
    [
      'the first card whole, and the last in steps',
      5120,
      'KWD',
      [1003, 2],
      ['credit 1000', 'stripe 4120'],
    ],
    ['Stripe alone, where a card has less than a step', 5120, 'KWD', [9], ['stripe 5120']],
    ['a card alone, to the last unit', 5120, 'KWD', [9000], ['credit 5120']],
  ])('is %s', (_what, amount, currency, balances, payments) => {
    expect(plan(amount, currency, balances)).toEqual(payments);
  });

  test('lets a gift card pay as much as it can where the rest is a manual payment', () => {
    expect(plan(5120, 'KWD', [4117], 'manual')).toEqual(['credit 4117', 'manual 1003']);
  });
});

describe('An amount that the provider would refuse', () => {
  test.each<[string, number, string, number[], string]>([
    ['too much', 100_000_000, 'USD', [], 'amount_too_large'],
    ['too much beside a card', 100_000_001, 'USD', [1], 'amount_too_large'],
    ['too many krónur', 1_000_000, 'ISK', [], 'amount_too_large'],
    ['too many dinars', 100_000_000, 'KWD', [], 'amount_too_large'],
    ['too little', 49, 'USD', [], 'amount_too_small'],
    ['too little beside a card', 1000, 'USD', [951], 'amount_too_small'],
  ])('is refused first: %s', (_what, amount, currency, balances, code) => {
    expect(() => plan(amount, currency, balances)).toThrow(
      expect.objectContaining({
        code,
        errors: [expect.objectContaining({ path: 'paymentProvider' })],
      }),
    );
  });

  test.each([
    [100_000_000, 'USD', [1]],
    [9_999_999_999, 'JPY', []],
    [5_000_000_000, 'IDR', []],
  ])('is not refused where credit leaves it: %i %s', (amount, currency, balances) => {
    expect(plan(amount, currency, balances).at(-1)).toMatch(/^stripe /);
  });

  test('is accepted where the order is paid manually or with credit', () => {
    expect(plan(100_000_000, 'USD', [], 'manual')).toEqual(['manual 100000000']);
    expect(plan(100_000_000, 'USD', [100_000_000])).toEqual(['credit 100000000']);
  });
});
