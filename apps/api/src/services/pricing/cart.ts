import type { CartStatus } from '../../domains/carts.enums.ts';
import type { ExemptionReason } from '../../domains/companies.enums.ts';
import type { InventoryPolicy } from '../../domains/products.enums.ts';
import type { CartDetails } from '../../kernel/cartDetails.ts';
import type { CartCompany } from '../companies.service.ts';
import type { ShippingQuote, ShippingTariff } from '../shipping.service.ts';
import type { TaxRate } from '../tax.service.ts';

/** Why a cart or an order costs no tax. */
export interface AppliedExemption {
  readonly reason: ExemptionReason;
  readonly vatId: string | null;
  readonly certificate: string | null;
  /** The registry has not answered yet whether the VAT id is valid. */
  readonly isProvisional: boolean;
  /** The proof that the registry was asked. */
  readonly consultationNumber: string | null;
  /** What documents say about it. */
  readonly note: string;
}

/** The current facts about a variant in a cart. */
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
  inventoryPolicy: InventoryPolicy;
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
  /** The price that the shopper was last shown, used when the catalogue no longer has one. */
  agreedUnitPrice: number;
}

/** A stored cart, with everything that its price depends on. */
export interface Cart extends CartDetails {
  id: string;
  version: number;
  status: CartStatus;
  currency: string;
  customerId: string | null;
  /** Where it was opened; null: in the default channel. */
  salesChannel: string | null;
  shippingOptionId: string | null;
  promotionCodes: readonly string[];
  /** The total in the answer to the last write; null before the first. Prices may have changed since. */
  agreedTotal: number | null;
  expiresAt: Date;
  lines: readonly CartLine[];
  /** Those that serve the shipping address's country; the chosen one is among them if it still does. */
  tariffs: readonly ShippingTariff[];
  taxRate: TaxRate | null;
  /** That it is bought for, if the one who acts is a member of it. */
  company: CartCompany | null;
  /** Of its customer, where it is bought for no company. */
  customerExemption: CartCompany['exemption'];
  /** Once the cart is completed. */
  orderedPrices: OrderedPrices | null;
}

/** The prices of a completed cart, as its order has them. */
export interface OrderedPrices {
  totals: Totals;
  taxInclusive: boolean;
  exemption: AppliedExemption | null;
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
  /** `unitPrice` × `quantity`, less its share of the discount; exact where tax is left out, and the unit price rounded. */
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
  /** The exact amount to pay. */
  total: number;
}

/** A cart with what it costs in place of what its price depends on. */
export interface PricedCart extends Omit<
  Cart,
  'lines' | 'tariffs' | 'taxRate' | 'shippingOptionId' | 'orderedPrices'
> {
  /** What was chosen, with today's price; null when nothing is chosen or it no longer applies. */
  shippingOption: ShippingQuote | null;
  items: readonly PricedLine[];
  totals: Totals;
  taxInclusive: boolean;
  /** Why it costs no tax; null where it does, or has none. */
  exemption: AppliedExemption | null;
  requiresShipping: boolean;
}
