import { AppError } from '../kernel/errors.ts';
import { AmountError, toAmount, type Money } from '../kernel/money.ts';
import type { Address } from '../validators/shared.validator.ts';
import { pricedAsOrdered } from './pricing/pricedAsOrdered.ts';
import type { ShippingQuote, ShippingService, ShippingTariff } from './shipping.service.ts';
import type { TaxRate, TaxService } from './tax.service.ts';

/** A variant as a cart sees it now. */
export interface VariantFacts {
  variantId: string;
  productId: string;
  title: string;
  variantTitle: string;
  sku: string | null;
  weightGrams: number;
  requiresShipping: boolean;
  taxable: boolean;
  inventoryTracked: boolean;
  inventoryPolicy: 'deny' | 'continue';
  /** Whether its product is on sale. */
  active: boolean;
  /** In the cart's currency; null where the shop has none. */
  price: number | null;
  /** Units that can still be promised; null for a variant without tracked stock. */
  available: number | null;
}

export interface CartLine extends VariantFacts {
  id: string;
  quantity: number;
  /** The price the shopper was last shown, which stands in where there is none any more. */
  agreedUnitPrice: number;
}

/** A cart as it stands in the database, with everything its price depends on. */
export interface Cart {
  id: string;
  version: number;
  status: 'open' | 'completed';
  currency: string;
  customerId: string | null;
  email: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  shippingOptionId: string | null;
  promotionCodes: readonly string[];
  /** What the answer to the last write showed; null where nobody has been shown a total yet. */
  agreedTotal: number | null;
  expiresAt: Date;
  lines: readonly CartLine[];
  /** Those that serve the shipping address's country; the chosen one is among them if it still does. */
  tariffs: readonly ShippingTariff[];
  taxRate: TaxRate | null;
  /** Once the cart is completed. */
  sale: Sale | null;
}

/** What a completed cart was bought at, as its order has it. */
export interface Sale {
  totals: Totals;
  taxInclusive: boolean;
  shippingOption: Pick<ShippingQuote, 'id' | 'name' | 'amount'> | null;
  /** By variant. */
  lines: Readonly<Record<string, Pick<PricedLine, 'unitPrice' | 'tax' | 'total'>>>;
}

export interface PricedLine extends Omit<VariantFacts, 'active' | 'price'> {
  id: string;
  quantity: number;
  /** What it costs now; what it was bought at once the cart is completed. */
  unitPrice: number;
  /** Its share of the cart's tax; contained in `total` where tax is inclusive. */
  tax: number;
  /** `unitPrice` × `quantity`, less its share of the discount. */
  total: number;
  /** On sale and priced in the cart's currency. Stock is another matter: see `available`. */
  buyable: boolean;
}

/** Minor units of the cart's currency. total = subtotal − discount + shipping + (inclusive ? 0 : tax) + rounding. */
export interface Totals {
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  /** Below zero; missing unless the sum is no amount that can be paid. */
  rounding?: number;
  /** What is to be paid, to the unit. */
  total: number;
}

export interface PricedCart {
  id: string;
  version: number;
  status: 'open' | 'completed';
  currency: string;
  customerId: string | null;
  email: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  /** What was chosen, with today's price; null when nothing is chosen or it no longer applies. */
  shippingOption: ShippingQuote | null;
  promotionCodes: readonly string[];
  items: readonly PricedLine[];
  totals: Totals;
  taxInclusive: boolean;
  requiresShipping: boolean;
  /** What the shopper was last shown by a write; another than `totals.total` when prices changed since. */
  agreedTotal: number | null;
  expiresAt: Date;
}

export interface PricingDependencies {
  tax: TaxService;
  shipping: ShippingService;
  /** What a total comes to that can be paid by whatever the shop offers, never more; see `chargeable` of a provider. */
  payable?: (total: Money) => Money;
}

export type PricingService = ReturnType<typeof createPricingService>;

/** Computes what a cart costs. Pure: the same cart gives the same amounts, and no client's amount goes in. */
export function createPricingService({
  tax,
  shipping,
  payable = (total) => total,
}: PricingDependencies) {
  function price(cart: Cart): PricedCart {
    const { lines, tariffs, taxRate, shippingOptionId, sale, ...rest } = cart;
    if (sale) return pricedAsOrdered(cart, sale);
    const parcel = shipping.parcelOf(lines);
    const quotes = shipping.quotes(tariffs, parcel);
    const shippingOption = quotes.find(({ id }) => id === shippingOptionId) ?? null;
    const fee = shippingOption?.amount ?? 0;
    const items = lines.map(untaxedLine);
    const assessment = tax.assess(taxRate, {
      lines: items.map(({ total, taxable }) => ({ amount: total, taxable })),
      shipping: fee,
    });
    const taxInclusive = taxRate?.inclusive ?? false;
    return {
      ...rest,
      shippingOption,
      items: items.map((item, index) => ({ ...item, tax: assessment.lines[index] ?? 0 })),
      totals: rounded(totalsOf(items, fee, assessment.total, taxInclusive), cart.currency),
      taxInclusive,
      requiresShipping: parcel.requiresShipping,
    };
  }

  /** What is charged is what the order says, so that what nobody can pay is in neither. */
  function rounded(totals: Totals, currency: string): Totals {
    const { amount: total } = payable({ amount: totals.total, currency });
    return total === totals.total ? totals : { ...totals, rounding: total - totals.total, total };
  }

  return {
    /**
     * Prices a cart; one that is completed keeps what it was bought at.
     * @throws {AppError} cart_limit_exceeded when an amount would no longer be exact (beyond 2^53 - 1).
     */
    priceCart(cart: Cart): PricedCart {
      try {
        return price(cart);
      } catch (error) {
        if (!(error instanceof AmountError)) throw error;
        throw new AppError(
          'cart_limit_exceeded',
          'The total of the cart is too large. Order less at a time.',
          { cause: error },
        );
      }
    },
  };
}

function untaxedLine({
  active,
  price,
  agreedUnitPrice,
  ...line
}: CartLine): Omit<PricedLine, 'tax'> {
  const unitPrice = price ?? agreedUnitPrice;
  return {
    ...line,
    unitPrice,
    total: toAmount(BigInt(unitPrice) * BigInt(line.quantity)),
    buyable: active && price !== null,
  };
}

/** No promotions exist yet, so nothing is taken off. */
function totalsOf(
  items: readonly { total: number }[],
  shipping: number,
  tax: number,
  taxInclusive: boolean,
): Totals {
  const subtotal = items.reduce((sum, { total }) => sum + BigInt(total), 0n);
  return {
    subtotal: toAmount(subtotal),
    discount: 0,
    shipping,
    tax,
    total: toAmount(subtotal + BigInt(shipping) + (taxInclusive ? 0n : BigInt(tax))),
  };
}
