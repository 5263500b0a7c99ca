import { allocate, toAmount } from '../kernel/money.ts';

/** The rate that holds at a cart's destination. */
export interface TaxRate {
  name: string;
  /** Parts per million: 19 % is 190000. */
  ratePpm: number;
  /** Whether prices already contain this tax. */
  inclusive: boolean;
  taxesShipping: boolean;
}

/** What a cart comes to before exclusive tax, in minor units. */
interface TaxableAmounts {
  /** After discounts, in the cart's order. */
  lines: readonly { amount: number; taxable: boolean }[];
  shipping: number;
}

/** The tax in minor units; the lines' shares and shipping's add up to the total. */
interface TaxAssessment {
  total: number;
  lines: readonly number[];
  shipping: number;
}

export type TaxService = ReturnType<typeof createTaxService>;

const MILLION = 1_000_000n;

/** The rules of tax. Rates are rows of `tax_rates`; a cart's read brings the one of its destination along. */
export function createTaxService() {
  return {
    /**
     * Assesses the tax on everything taxable at once and rounds once (half up), then shares it over
     * the lines and shipping by the largest remainder. Rounding line by line would drift from what
     * the rate says of the whole.
     * @throws {AmountError} when the tax is beyond 2^53 - 1.
     */
    assess(rate: TaxRate | null, amounts: TaxableAmounts): TaxAssessment {
      if (rate === null) return { total: 0, lines: amounts.lines.map(() => 0), shipping: 0 };
      const bases = [
        ...amounts.lines.map(({ amount, taxable }) => (taxable ? amount : 0)),
        rate.taxesShipping ? amounts.shipping : 0,
      ];
      const total = taxOn(
        bases.reduce((sum, base) => sum + BigInt(base), 0n),
        rate,
      );
      const shares = allocate(total, bases);
      return { total, lines: shares.slice(0, -1), shipping: shares.at(-1) ?? 0 };
    },
  };
}

function taxOn(base: bigint, { ratePpm, inclusive }: TaxRate): number {
  const rate = BigInt(ratePpm);
  return toAmount(divideHalfUp(base * rate, inclusive ? MILLION + rate : MILLION));
}

/** For a numerator of zero or more. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
