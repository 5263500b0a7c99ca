import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import {
  editLines,
  isEnough,
  variantsOf,
  type FieldsEdit,
  type ItemInput,
  type LinesEdit,
  type QuantityLimits,
} from './carts/changes.ts';
import {
  addressMissing,
  cartCompleted,
  currencyUnavailable,
  preconditionFailed,
  promotionUnavailable,
} from './carts/refusals.ts';
import { completeCart, readNewCartFacts } from './carts/statements.ts';
import { customerOf, loadCart, loadCartLocked, storeNewCart } from './carts/store.ts';
import { createCartWriter } from './carts/writer.ts';
import type { Cart, PricedCart, PricedLine, PricingService } from './pricing.service.ts';
import type { ShippingQuote, ShippingService } from './shipping.service.ts';

export type { ItemInput, QuantityLimits } from './carts/changes.ts';

export interface NewCart {
  currency?: string | undefined;
  items?: readonly ItemInput[] | undefined;
}

/** A change to any part of a cart; null clears, what is left out stays. */
export type CartPatch = FieldsEdit & {
  promotionCodes?: readonly string[] | undefined;
  /** The whole list; a quantity of 0 leaves a variant out. */
  items?: readonly ItemInput[] | undefined;
};

export interface CartsDeps {
  pricing: PricingService;
  shipping: ShippingService;
  shop: {
    readonly currency: string;
    readonly country: string;
    readonly cartTtlDays: number;
    readonly quantityLimits: QuantityLimits;
  };
}

export type CartsService = ReturnType<typeof createCartsService>;

const DAY_MS = 86_400_000;

/** Carts: a shopper's selection, priced at every read. A guest who has the id can use all of it. */
export function createCartsService({ pricing, shipping, shop }: CartsDeps) {
  const { country: shopCountry, quantityLimits } = shop;
  const newExpiry = () => new Date(Date.now() + shop.cartTtlDays * DAY_MS);
  const write = createCartWriter({ pricing, shopCountry, quantityLimits, newExpiry });

  return {
    /**
     * A cart with today's prices, in one statement.
     * @throws {AppError} not_found, also for another customer's cart and one that has expired.
     */
    async get(ctx: Context, cartId: string): Promise<PricedCart> {
      const { cart } = await loadCart(ctx, cartId, { shopCountry });
      return pricing.priceCart(cart);
    },

    /**
     * Opens a cart, in two statements.
     * @throws {AppError} currency_unavailable, variant_unavailable, out_of_stock, cart_limit_exceeded.
     */
    async create(
      ctx: Context,
      { currency = shop.currency, items = [] }: NewCart,
    ): Promise<PricedCart> {
      const edit: LinesEdit = { kind: 'replace', items };
      const [facts] = await ctx.db.query(readNewCartFacts, {
        currency,
        variantIds: variantsOf(edit),
        shopCountry,
      });
      if (!facts) throw new Error('A SELECT without FROM gave no row');
      if (!facts.hasPrices && currency !== shop.currency) throw currencyUnavailable(currency);
      const cart: Cart = {
        id: newId('cart'),
        version: 1,
        status: 'open',
        currency,
        customerId: customerOf(ctx),
        email: null,
        shippingAddress: null,
        billingAddress: null,
        shippingOptionId: null,
        promotionCodes: [],
        agreedTotal: null,
        expiresAt: newExpiry(),
        lines: editLines([], edit, facts.wanted, currency, quantityLimits),
        tariffs: [],
        taxRate: facts.taxRate,
        sale: null,
      };
      const priced = pricing.priceCart(cart);
      const agreedTotal = priced.totals.total;
      await storeNewCart(ctx, { ...cart, agreedTotal });
      return { ...priced, agreedTotal };
    },

    /**
     * Changes any part of a cart at once, or nothing of it. A shipping option that no longer applies
     * (another country, too heavy, nothing to send) is dropped.
     * @throws {AppError} not_found, cart_completed, precondition_failed, promotion_unavailable,
     *   shipping_unavailable, and as `create`.
     */
    async update(
      ctx: Context,
      cartId: string,
      { items, promotionCodes = [], ...fields }: CartPatch,
      expectedVersions?: readonly number[],
    ): Promise<PricedCart> {
      if (promotionCodes.length > 0) throw promotionUnavailable(promotionCodes);
      const lines: LinesEdit = items ? { kind: 'replace', items } : { kind: 'keep' };
      return write(ctx, cartId, { fields, lines, expectedVersions });
    },

    /** Adds to a variant's line, or makes one. @throws as `update`. */
    async addItem(
      ctx: Context,
      cartId: string,
      item: ItemInput,
      expectedVersions?: readonly number[],
    ): Promise<PricedCart> {
      return write(ctx, cartId, { fields: {}, lines: { kind: 'add', item }, expectedVersions });
    },

    /** Sets a line's quantity; 0 removes it. @throws as `update`, and not_found for the line. */
    async setItem(
      ctx: Context,
      cartId: string,
      item: { itemId: string; quantity: number },
      expectedVersions?: readonly number[],
    ): Promise<PricedCart> {
      return write(ctx, cartId, { fields: {}, lines: { kind: 'set', ...item }, expectedVersions });
    },

    /**
     * The shipping options for this cart and its address, with prices; empty when nothing needs
     * shipping.
     * @throws {AppError} not_found; cart_incomplete without a shipping address.
     */
    async shippingOptions(
      ctx: Context,
      cartId: string,
    ): Promise<{ currency: string; options: ShippingQuote[] }> {
      const { cart } = await loadCart(ctx, cartId, { shopCountry, everyTariff: true });
      const parcel = shipping.parcelOf(cart.lines);
      if (parcel.requiresShipping && cart.shippingAddress === null) throw addressMissing();
      return { currency: cart.currency, options: shipping.quotes(cart.tariffs, parcel) };
    },

    /**
     * The current cart for checkout, locked until the transaction ends. Does not check whether it
     * is completed.
     * @param clientLock serializes checkouts of the same client or e-mail address until then.
     * @throws {AppError} not_found.
     */
    async lockForCheckout(
      ctx: Context,
      cartId: string,
      clientLock?: { readonly clientKey: string | null },
    ): Promise<PricedCart> {
      const { cart } = await loadCartLocked(ctx, cartId, { shopCountry, clientLock });
      return pricing.priceCart(cart);
    },

    /**
     * For checkout, of the cart that it has locked.
     * @throws {OutdatedError} precondition_failed when it is at another version than one of these.
     */
    requireVersion(cart: PricedCart, expectedVersions: readonly number[] | undefined): void {
      if (expectedVersions?.includes(cart.version) === false) throw preconditionFailed(cart);
    },

    /**
     * Completes the cart, in checkout's transaction.
     * @throws {AppError} cart_completed when it already is.
     */
    async markCompleted(ctx: Context, cartId: string): Promise<void> {
      if ((await ctx.db.execute(completeCart, { cartId })) === 0) throw cartCompleted();
    },

    /**
     * Takes today's prices for agreed, because the shopper is about to be shown them: after a
     * checkout that was refused for what the cart costs. A write that changes nothing else.
     * @throws {AppError} not_found, cart_completed.
     */
    async agreeToPrices(ctx: Context, cartId: string): Promise<PricedCart> {
      return write(ctx, cartId, { fields: {}, lines: { kind: 'keep' } });
    },
  };
}

/** Whether a line could be bought at this moment, as many of it as the cart has. */
export function isAvailable(line: PricedLine): boolean {
  return line.buyable && isEnough(line, line.quantity);
}
