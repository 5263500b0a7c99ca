import { createTaxService, type TaxRate } from '../../src/services/tax.service.ts';

const tax = createTaxService();

const exclusive = (ratePpm: number, taxesShipping = false): TaxRate => ({
  name: 'Sales tax',
  ratePpm,
  inclusive: false,
  taxesShipping,
});
const inclusive = (ratePpm: number): TaxRate => ({
  name: 'VAT',
  ratePpm,
  inclusive: true,
  taxesShipping: true,
});
const taxable = (...amounts: number[]) => amounts.map((amount) => ({ amount, taxable: true }));
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('Tax', () => {
  test('is zero where there is no rate', () => {
    expect(tax.assess(null, { lines: taxable(100, 200), shipping: 50 })).toEqual({
      total: 0,
      lines: [0, 0],
      shipping: 0,
    });
  });

  test.each([
    // rate in ppm, amount, tax: exact halves go up, what is below goes down
    [72_500, 1999, 145],
    [50_000, 10, 1],
    [50_000, 9, 0],
    [50_000, 30, 2],
    [0, 1999, 0],
    [1_000_000, 1999, 1999],
    [1, 499_999, 0],
    [1, 500_000, 1],
  ])('that is exclusive, at %i ppm of %i, is %i', (ratePpm, amount, expected) => {
    expect(tax.assess(exclusive(ratePpm), { lines: taxable(amount), shipping: 0 }).total).toBe(
      expected,
    );
  });

  test.each([
    [190_000, 119, 19],
    [190_000, 1999, 319],
    [200_000, 12, 2],
    [200_000, 3, 1],
    [200_000, 2, 0],
    [100_000, 1_100, 100],
    [0, 500, 0],
  ])('that is inclusive, at %i ppm of %i, is %i', (ratePpm, amount, expected) => {
    expect(tax.assess(inclusive(ratePpm), { lines: taxable(amount), shipping: 0 }).total).toBe(
      expected,
    );
  });

  test('is rounded once for the order, not line by line', () => {
    // 5 % of 9 is 0.45, which is nothing line by line and 1.35 in all.
    const assessment = tax.assess(exclusive(50_000), { lines: taxable(9, 9, 9), shipping: 0 });
    expect(assessment).toEqual({ total: 1, lines: [1, 0, 0], shipping: 0 });
  });

  test('is allocated by the largest remainder, shipping included', () => {
    const assessment = tax.assess(inclusive(190_000), {
      lines: taxable(1000, 999, 1),
      shipping: 499,
    });
    expect(sum([...assessment.lines, assessment.shipping])).toBe(assessment.total);
    expect(assessment.total).toBe(399);
  });

  test('ignores lines that are not taxable, and shipping where it is not taxed', () => {
    const lines = [...taxable(1000), { amount: 5000, taxable: false }];
    expect(tax.assess(exclusive(100_000), { lines, shipping: 700 })).toEqual({
      total: 100,
      lines: [100, 0],
      shipping: 0,
    });
    expect(tax.assess(exclusive(100_000, true), { lines, shipping: 700 })).toEqual({
      total: 170,
      lines: [100, 0],
      shipping: 70,
    });
  });

  test('is correct for an empty cart and for amounts that no float holds', () => {
    expect(tax.assess(inclusive(190_000), { lines: [], shipping: 0 }).total).toBe(0);
    const huge = Number.MAX_SAFE_INTEGER;
    expect(tax.assess(exclusive(1_000_000), { lines: taxable(huge), shipping: 0 }).total).toBe(
      huge,
    );
    // 4,999,950,000,000,000 × 0.0725 = 362,496,375,000,000 exactly.
    const amount = 4_999_950_000_000_000;
    expect(tax.assess(exclusive(72_500), { lines: taxable(amount), shipping: 0 }).total).toBe(
      362_496_375_000_000,
    );
  });

  test('always adds up, whatever the amounts', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const amounts = Array.from(
        { length: (seed % 7) + 1 },
        (_, i) => (seed * 7919 * (i + 3)) % 9973,
      );
      const rate =
        seed % 2 ? inclusive((seed * 1237) % 300_000) : exclusive((seed * 991) % 250_000, true);
      const assessment = tax.assess(rate, {
        lines: taxable(...amounts),
        shipping: (seed * 31) % 2000,
      });
      expect(sum([...assessment.lines, assessment.shipping])).toBe(assessment.total);
      expect(Math.min(...assessment.lines, assessment.shipping)).toBeGreaterThanOrEqual(0);
    }
  });
});
