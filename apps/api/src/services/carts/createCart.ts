import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { Cart, PricedCart } from '../pricing.service.ts';
import { editLines, variantsOf, type ItemInput, type LinesEdit } from './changes.ts';
import { newExpiry, type CartWriteDeps } from './deps.ts';
import { currencyUnavailable } from './refusals.ts';
import { readNewCartFacts } from './statements.ts';
import { customerOf, storeNewCart } from './store.ts';

interface NewCart {
  currency?: string | undefined;
  items?: readonly ItemInput[] | undefined;
}

/**
 * Opens a cart, in two statements.
 * @throws {AppError} currency_unavailable, variant_unavailable, out_of_stock, cart_limit_exceeded.
 */
export async function createCart(
  { pricing, shop }: CartWriteDeps,
  ctx: Context,
  { currency = shop.currency, items = [] }: NewCart,
): Promise<PricedCart> {
  const edit: LinesEdit = { kind: 'replace', items };
  const [facts] = await ctx.db.query(readNewCartFacts, {
    currency,
    customerId: customerOf(ctx),
    variantIds: variantsOf(edit),
    shopCountry: shop.country,
  });
  if (!facts) throw new Error('A SELECT without FROM gave no row');
  if (!facts.hasPrices && currency !== shop.currency) throw currencyUnavailable(currency);
  const cart: Cart = {
    id: newId('cart'),
    version: 1,
    status: 'open',
    currency,
    customerId: customerOf(ctx),
    salesChannel: ctx.salesChannel ?? null,
    email: null,
    shippingAddress: null,
    billingAddress: null,
    companyLocationId: null,
    purchaseOrderNumber: null,
    company: null,
    customerExemption: facts.customerExemption,
    shippingOptionId: null,
    promotionCodes: [],
    agreedTotal: null,
    expiresAt: newExpiry(shop),
    lines: editLines([], edit, facts.wanted, currency, shop.quantityLimits),
    tariffs: [],
    taxRate: facts.taxRate,
    orderedPrices: null,
  };
  const priced = pricing.priceCart(cart);
  const agreedTotal = priced.totals.total;
  await storeNewCart(ctx, { ...cart, agreedTotal });
  return { ...priced, agreedTotal };
}
