import { isUniqueViolation } from '../db/errors.ts';
import { inTransaction } from '../db/transaction.ts';
import { emit } from '../events/outbox.ts';
import type { Claim } from '../kernel/idempotencyClaim.ts';
import type { Context } from '../kernel/context.ts';
import { errorText } from '../utils/errorText.ts';
import { AppError, OutdatedError } from '../kernel/errors.ts';
import type { Logger } from '../utils/logger.ts';
import type { Money } from '../kernel/money.ts';
import type { CartsService, QuantityLimits } from './carts.service.ts';
import { createAbandon } from './checkout/abandon.ts';
import { createCancel } from './checkout/cancel.ts';
import { creditWishOf } from './checkout/creditWish.ts';
import {
  costsWhatWasAgreed,
  PriceChanged,
  readyCart,
  refuseBeyond,
  refuseUnlessOffered,
  visibleShortages,
} from './checkout/checks.ts';
import { createSweeper } from './checkout/expiry.ts';
import { newOrderOf } from './checkout/newOrder.ts';
import type { CreditService } from './credit.service.ts';
import type { InventoryService } from './inventory.service.ts';
import type { NewOrder, Order, OrdersService } from './orders.service.ts';
import type { PaymentOption, PaymentsService, PaymentView } from './payments.service.ts';
import type { RefundsService } from './refunds.service.ts';

export interface CheckoutRequest {
  readonly cartId: string;
  readonly paymentProvider: string;
  /** Versions at which the cart may be bought; undefined: at any. */
  readonly expectedVersions?: readonly number[] | undefined;
  /** What the shopper expects to pay; only compared, never charged. */
  readonly expectedTotal?: Money | undefined;
  /** Where it comes from, as far as that is known. */
  readonly clientAddress?: string | undefined;
  /** BCP 47: in which the customer wants mails about the order. */
  readonly locale?: string | undefined;
  /** Codes of gift cards to pay with, in the order of their use. */
  readonly giftCards?: readonly string[] | undefined;
  /** Whether the customer's store credit pays, after the cards. */
  readonly useStoreCredit?: boolean | undefined;
}

export interface CheckoutResult {
  readonly order: Order;
  readonly payment: PaymentView;
  /** A guest's key to the order; a customer needs none. */
  readonly orderToken?: string;
}

export interface CheckoutDeps {
  carts: CartsService;
  orders: OrdersService;
  payments: PaymentsService;
  credit: CreditService;
  inventory: InventoryService;
  refunds: RefundsService;
  logger: Pick<Logger, 'warn'>;
  reservationMinutes: number;
  quantityLimits: QuantityLimits;
  /** What the shop lets a checkout be paid with. */
  paymentProviders: readonly string[];
}

export type CheckoutService = ReturnType<typeof createCheckoutService>;

/**
 * Turns carts into orders, and closes orders that are not paid. Uses orders, payments and
 * inventory.
 */
export function createCheckoutService(deps: CheckoutDeps) {
  const { carts, orders, payments, credit, inventory, logger } = deps;
  const { reservationMinutes, paymentProviders, quantityLimits } = deps;
  const abandon = createAbandon(deps);
  const cancel = createCancel({ orders, abandon });

  /** The first step, one transaction. Everything that can refuse comes before the first write. */
  async function placeOrder(ctx: Context, request: CheckoutRequest, claim: Claim): Promise<string> {
    const { resumed } = await claim(ctx);
    const clientKey = orders.clientKeyOf(request.clientAddress);
    // Those who share a limit go one after the other, so that it holds in a race too.
    const turn = orders.limitsUnpaid ? { clientKey } : undefined;
    const cart = await carts.lockForCheckout(ctx, request.cartId, turn);
    if (cart.status === 'completed') {
      const orderId = await orders.idOfCart(ctx, cart.id);
      // The first request with this key came this far and failed: continue from here.
      if (resumed && orderId !== undefined) return orderId;
      throw cartCompleted(orderId);
    }
    carts.requireVersion(cart, request.expectedVersions);
    refuseUnlessOffered(request.paymentProvider, paymentProviders);
    const selection = creditWishOf(ctx, request);
    const ready = readyCart(cart);
    refuseBeyond(ready, quantityLimits);
    if (!costsWhatWasAgreed(ready, request.expectedTotal)) throw new PriceChanged();
    const shortages = visibleShortages(ready);
    if (shortages.length > 0) throw inventory.outOfStock(ready.items, shortages);
    const total = { amount: ready.totals.total, currency: ready.currency };
    const shares = selection ? await credit.lockShares(ctx, selection, total) : [];
    const order = newOrderOf(ready, {
      plan: payments.plan(total, request.paymentProvider, shares),
      reservationMinutes,
      tokenHashOf: (orderId) => orders.tokenOf(orderId).hash,
      clientKey,
      locale: request.locale ?? null,
    });
    await writeOrder(ctx, order);
    return order.id;
  }

  async function writeOrder(ctx: Context, order: NewOrder): Promise<void> {
    const { id: orderId, cartId } = order;
    await orders.create(ctx, order);
    await carts.markCompleted(ctx, cartId);
    await emit(ctx, 'order.placed', { orderId });
    await payments.holdCredit(ctx, order);
    const isConfirmed = order.status === 'confirmed';
    if (isConfirmed) await emit(ctx, 'order.confirmed', { orderId });
    if (order.paymentStatus === 'paid') await emit(ctx, 'order.paid', { orderId });
    // Last, because every other checkout of these goods waits from here to the commit.
    await inventory.reserve(ctx, orderId, order.items);
    if (isConfirmed) await inventory.commit(ctx, orderId);
  }

  /** Refuses, and notes that the shopper has now been shown the new prices, so that the next try passes. */
  async function priceChanged(ctx: Context, cartId: string, claim: Claim): Promise<AppError> {
    const priced = await inTransaction(ctx, async (ctx) => {
      // Under the key, or a doubled request would take the new prices for agreed and buy at them.
      await claim(ctx);
      return carts.agreeToPrices(ctx, cartId);
    });
    return new OutdatedError(
      'price_changed',
      'The total of the cart has changed. `cart` has the current one.',
      priced,
    );
  }

  /** The order that the request has made, or makes now. */
  async function orderOf(ctx: Context, request: CheckoutRequest, claim: Claim): Promise<string> {
    try {
      return await inTransaction(ctx, (ctx) => placeOrder(ctx, request, claim));
    } catch (error) {
      if (error instanceof PriceChanged) throw await priceChanged(ctx, request.cartId, claim);
      // The cart's lock lets one checkout through at a time; this index is what makes it sure (C1).
      if (isUniqueViolation(error, 'orders_cart_id_key')) {
        throw cartCompleted(await orders.idOfCart(ctx, request.cartId));
      }
      throw error;
    }
  }

  return {
    /**
     * Turns the cart into an order and starts its payment. The order exists once the first step is
     * committed, whatever happens at the provider; a retry with the same key continues from there.
     * @throws {AppError} not_found, cart_completed, precondition_failed,
     *   payment_provider_unavailable, cart_incomplete, price_changed, out_of_stock,
     *   credit_unavailable, amount_too_small, amount_too_large, rate_limited
     */
    async place(ctx: Context, request: CheckoutRequest, claim: Claim): Promise<CheckoutResult> {
      const placed = await orders.getOrThrow(ctx, await orderOf(ctx, request, claim));
      const payment = await payments.begin(ctx, placed);
      // A provider that refuses has changed the order that was read.
      const order = payment.status === 'failed' ? await orders.getOrThrow(ctx, placed.id) : placed;
      if (order.customerId !== null) return { order, payment };
      return { order, payment, orderToken: orders.tokenOf(order.id).token };
    },

    /**
     * How the cart can be paid, before there is an order. In one statement.
     * @param credit what gift cards and store credit are to pay of it; minor units.
     * @throws {AppError} not_found, cart_completed
     */
    async paymentOptions(ctx: Context, cartId: string, credit: number): Promise<PaymentOption[]> {
      const { status, totals, currency } = await carts.get(ctx, cartId);
      if (status === 'completed') throw cartCompleted(undefined);
      const total = { amount: totals.total, currency };
      return payments.options({ total, credit, offered: paymentProviders });
    },

    /**
     * Takes back an order of which nothing was sent, for its customer or a guest with its token.
     * What was paid goes back in full.
     * @throws {AppError} not_found; state_conflict; service_unavailable when the provider is away.
     */
    async cancel(ctx: Context, orderId: string, token: string | undefined, claim: Claim) {
      const order = await orders.getForShopper(ctx, orderId, token);
      return cancel(ctx, order, 'canceled by the customer', claim);
    },

    /** The same for staff, who say why. @throws as {@link cancel} does. */
    async cancelAsStaff(ctx: Context, orderId: string, reason: string, claim: Claim) {
      return cancel(ctx, await orders.getForStaff(ctx, orderId), reason, claim);
    },

    /** Ends every unpaid order whose time is up. */
    expireDue: createSweeper({
      orders,
      expire: (ctx, id) => abandon(ctx, id, { state: 'expired', reason: 'not paid in time' }),
      onFailure: (orderId, error) =>
        logger.warn('An order whose time is up could not be ended; it is looked at again', {
          orderId,
          error: errorText(error),
        }),
    }),
  };
}

function cartCompleted(orderId: string | undefined): AppError {
  return new AppError('cart_completed', 'The cart has been checked out.', {
    extensions: orderId === undefined ? {} : { orderId },
  });
}
