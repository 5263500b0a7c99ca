import * as fc from 'fast-check';
import { createTaxService } from '../../src/services/tax.service.ts';

const tax = createTaxService();
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const amount = fc.integer({ min: 0, max: 10_000_000 });

describe('Amounts without the tax that they contain', () => {
  const inclusive = { name: 'USt', ratePpm: 190_000, inclusive: true, taxesShipping: true };

  test('are the gross divided by 1 + rate: 100.00 of 119.00 at 19 %', () => {
    const lines = [{ amount: 11_900, taxable: true }];
    expect(tax.withoutTax(inclusive, { lines, shipping: 0 })).toEqual({
      lines: [10_000],
      shipping: 0,
    });
  });

  test('are rounded once in all, and their shares add up', () => {
    const cart = fc.record({
      ratePpm: fc.integer({ min: 0, max: 500_000 }),
      taxesShipping: fc.boolean(),
      shipping: amount,
      lines: fc.array(fc.record({ amount, taxable: fc.boolean() }), {
        minLength: 1,
        maxLength: 20,
      }),
    });
    fc.assert(
      fc.property(cart, ({ ratePpm, taxesShipping, shipping, lines }) => {
        const rate = { ...inclusive, ratePpm, taxesShipping };
        const net = tax.withoutTax(rate, { lines, shipping });
        const taxed = lines.filter(({ taxable }) => taxable).map((line) => line.amount);
        if (taxesShipping) taxed.push(shipping);
        const gross = sum(taxed);
        const untaxed = sum(lines.map((line) => line.amount)) + shipping - gross;
        const exact = (gross * 1_000_000) / (1_000_000 + ratePpm);
        const total = sum(net.lines) + net.shipping;
        expect(Math.abs(total - untaxed - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        for (const [index, line] of lines.entries()) {
          const share = net.lines[index] ?? -1;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(line.amount);
          expect(line.taxable || share === line.amount).toBe(true);
        }
      }),
    );
  });

  test('stay as they are where prices contain no tax', () => {
    const lines = [{ amount: 500, taxable: true }];
    for (const rate of [null, { ...inclusive, inclusive: false }]) {
      expect(tax.withoutTax(rate, { lines, shipping: 99 })).toEqual({ lines: [500], shipping: 99 });
    }
  });
});
