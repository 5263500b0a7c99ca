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

/** Amounts without tax, in minor units, in the cart's order. */
interface NetAmounts {
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
      const bases = basesOf(rate, amounts);
      const total = taxOn(
        bases.reduce((sum, base) => sum + BigInt(base), 0n),
        rate,
      );
      const shares = allocate(total, bases);
      return { total, lines: shares.slice(0, -1), shipping: shares.at(-1) ?? 0 };
    },

    /**
     * What the amounts come to without the tax that they contain: the sum is divided and rounded once
     * (half up), then shared by the largest remainder. Amounts without tax stay as they are.
     * @throws {AmountError} when the sum is beyond 2^53 - 1.
     */
    withoutTax(rate: TaxRate | null, amounts: TaxableAmounts): NetAmounts {
      const { lines, shipping } = amounts;
      if (!rate?.inclusive) return { lines: lines.map(({ amount }) => amount), shipping };
      const bases = basesOf(rate, amounts);
      const gross = bases.reduce((sum, base) => sum + BigInt(base), 0n);
      const net = toAmount(divideHalfUp(gross * MILLION, MILLION + BigInt(rate.ratePpm)));
      const shares = allocate(net, bases);
      return {
        lines: lines.map(({ amount, taxable }, index) => (taxable ? (shares[index] ?? 0) : amount)),
        shipping: rate.taxesShipping ? (shares.at(-1) ?? 0) : shipping,
      };
    },
  };
}

/** What each line and shipping is taxed on. */
function basesOf({ taxesShipping }: TaxRate, { lines, shipping }: TaxableAmounts): number[] {
  const ofLines = lines.map(({ amount, taxable }) => (taxable ? amount : 0));
  return [...ofLines, taxesShipping ? shipping : 0];
}

function taxOn(base: bigint, { ratePpm, inclusive }: TaxRate): number {
  const rate = BigInt(ratePpm);
  return toAmount(divideHalfUp(base * rate, inclusive ? MILLION + rate : MILLION));
}

/** For a numerator of zero or more. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
