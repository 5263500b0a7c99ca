import {
  chargeable,
  fromStripeAmount,
  maximumCharge,
  minimumCharge,
  toStripeAmount,
} from '../../../src/integrations/stripe/amounts.ts';

describe('amounts at the boundary to Stripe', () => {
  test.each([
    ['USD', 1999, 1999],
    ['JPY', 500, 500],
    ['HUF', 1045, 1045],
    ['TWD', 80_045, 80_045],
    ['IDR', 5_000_000_000, 5_000_000_000],
    ['KWD', 5120, 5120],
    // Without decimals by ISO, with two (zeros) at Stripe.
    ['ISK', 5, 500],
    ['UGX', 5000, 500_000],
    // With two decimals by ISO, without any at Stripe.
    ['MGA', 500, 5],
  ])('%s %i is %i at Stripe, and back', (currency, ours, theirs) => {
    expect(toStripeAmount({ amount: ours, currency })).toBe(theirs);
    expect(fromStripeAmount(theirs, currency.toLowerCase())).toEqual({ amount: ours, currency });
  });

  test.each([
    ['KWD', 5129, 5120],
    ['BHD', 9, 0],
    ['MGA', 12_345, 12_300],
    ['USD', 1999, 1999],
    ['ISK', 7, 7],
  ])('of %s %i, %i can be charged', (currency, amount, charged) => {
    expect(chargeable({ amount, currency })).toEqual({ amount: charged, currency });
  });

  test.each([
    ['USD', 50],
    ['GBP', 30],
    ['JPY', 50],
    ['HUF', 17_500],
    // Where Stripe names no maximum, the largest amount that it can express.
    ['VND', 1],
    ['KWD', 10],
  ])('in %s, %i is the minimum charge', (currency, amount) => {
    expect(minimumCharge(currency)).toEqual({ amount, currency });
  });

  test.each([
    ['USD', 99_999_999],
    ['VND', 99_999_999],
    ['INR', 999_999_999],
    ['COP', 9_999_999_999],
    ['HUF', 9_999_999_999],
    ['JPY', 9_999_999_999],
    ['LBP', 99_999_999_999],
    ['IDR', 999_999_999_999],
    // Eight digits of Stripe's, whose steps and units are others.
    ['KWD', 99_999_990],
    ['ISK', 999_999],
    ['UGX', 999_999],
    ['MGA', 9_999_999_900],
  ])('in %s, %i is the maximum charge', (currency, amount) => {
    expect(maximumCharge(currency)).toEqual({ amount, currency });
    expect(String(toStripeAmount({ amount, currency }))).toMatch(/^9{5,12}[09]{2}$/);
  });

  test('an amount that cannot be charged exactly is refused rather than rounded', () => {
    expect(() => toStripeAmount({ amount: 5129, currency: 'KWD' })).toThrow('exactly');
    expect(() => fromStripeAmount(550, 'isk')).toThrow('no exact equivalent');
    expect(() => toStripeAmount({ amount: 2 ** 52, currency: 'ISK' })).toThrow('no exact');
  });
});
