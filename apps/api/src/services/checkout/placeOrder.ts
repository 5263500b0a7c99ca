import { isUniqueViolation } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';
import { type AppError, OutdatedError } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import type { CartsService, QuantityLimits } from '../carts.service.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { CreditService } from '../credit.service.ts';
import type { InventoryService } from '../inventory.service.ts';
import type { NewOrder, OrdersService } from '../orders.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import {
  cartCompleted,
  hasAgreedTotal,
  PriceChanged,
  readyCart,
  refuseAboveLimits,
  refuseUnlessOffered,
  visibleShortages,
} from './checks.ts';
import {
  ApprovalRequired,
  companyTermsOf,
  refuseCreditForOthers,
  refuseRuledQuantities,
  refuseUnseenChange,
  refuseWithoutApproval,
} from './companyTerms.ts';
import { creditSelectionOf } from './creditSelection.ts';
import { newOrderOf } from './newOrder.ts';
import { savedMethodSelectionOf } from './savedMethodSelection.ts';

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
  /** A saved card of the customer, to pay with what credit leaves. */
  readonly paymentMethodId?: string | undefined;
  /** Whether the caller is a customer who has proved their e-mail address. */
  readonly isVerified: boolean;
  /** Claims the request's Idempotency-Key. */
  readonly claim: Claim;
}

export interface PlacementDeps {
  carts: CartsService;
  orders: OrdersService;
  payments: PaymentsService;
  credit: CreditService;
  inventory: InventoryService;
  reservationMinutes: number;
  quantityLimits: QuantityLimits;
  /** What the shop lets a checkout be paid with. */
  paymentProviders: readonly string[];
}

/**
 * Makes the cart an order: the first step of a checkout.
 * @returns the order that the request has made, or makes now.
 * @throws {AppError} as `checkOutCart` does.
 */
export async function placeOrder(
  deps: PlacementDeps,
  ctx: Context,
  request: CheckoutRequest,
): Promise<string> {
  try {
    return await inTransaction(ctx, (ctx) => placeOnce(deps, ctx, request));
  } catch (error) {
    if (error instanceof ApprovalRequired) await deps.carts.askApproval(ctx, error.cart);
    if (error instanceof PriceChanged) throw await priceChanged(deps, ctx, request);
    // The cart's lock lets one checkout through at a time; this index is what makes it sure (C1).
    if (isUniqueViolation(error, 'orders_cart_id_key')) {
      throw cartCompleted(await deps.orders.idOfCart(ctx, request.cartId));
    }
    throw error;
  }
}

/** One transaction. Everything that can refuse comes before the first write. */
async function placeOnce(
  deps: PlacementDeps,
  ctx: Context,
  request: CheckoutRequest,
): Promise<string> {
  const { carts, orders } = deps;
  const { resumed } = await request.claim(ctx);
  const clientKey = orders.clientKeyOf(request.clientAddress);
  // Checkouts that share a limit run one after another, so that it also holds in a race.
  const clientLock = orders.limitsUnpaid ? { clientKey } : undefined;
  const cart = await carts.lockForCheckout(ctx, request.cartId, clientLock);
  if (cart.status === 'completed') {
    const orderId = await orders.idOfCart(ctx, cart.id);
    // The first request with this key came this far and failed: continue from here.
    if (resumed && orderId !== undefined) return orderId;
    throw cartCompleted(orderId);
  }
  carts.requireVersion(cart, request.expectedVersions);
  await refuseUnseenChange(carts, ctx, cart, request.expectedVersions);
  const order = await orderOf(deps, ctx, cart, { ...request, clientKey });
  await writeOrder(deps, ctx, order);
  return order.id;
}

/** What the order is to be; locks the accounts of the credit that pays for it. */
async function orderOf(
  deps: PlacementDeps,
  ctx: Context,
  cart: PricedCart,
  request: CheckoutRequest & { clientKey: string | null },
): Promise<NewOrder> {
  const { credit, inventory, orders, payments, reservationMinutes } = deps;
  refuseUnlessOffered(request.paymentProvider, deps.paymentProviders);
  const selection = creditSelectionOf(ctx, request);
  if (request.useStoreCredit) refuseCreditForOthers(ctx, cart);
  const savedMethodId = await savedMethodSelectionOf(ctx, cart, request);
  const ready = readyCart(cart);
  refuseAboveLimits(ready, deps.quantityLimits);
  refuseRuledQuantities(deps.carts, ready);
  if (!hasAgreedTotal(ready, request.expectedTotal)) throw new PriceChanged();
  refuseWithoutApproval(ready);
  const shortages = visibleShortages(ready);
  if (shortages.length > 0) throw inventory.outOfStock(ready.items, shortages);
  const total = { amount: ready.totals.total, currency: ready.currency };
  const shares = selection ? await credit.lockShares(ctx, selection, total) : [];
  return newOrderOf(ready, {
    plan: payments.plan({ total, wanted: request.paymentProvider, shares, savedMethodId }),
    reservationMinutes,
    tokenHashOf: (orderId) => orders.tokenOf(orderId).hash,
    clientKey: request.clientKey,
    locale: request.locale ?? null,
    ...companyTermsOf(ctx, cart, request.paymentProvider),
  });
}

async function writeOrder(
  { carts, inventory, orders, payments }: PlacementDeps,
  ctx: Context,
  order: NewOrder,
): Promise<void> {
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

/** Refuses, and records that the shopper is shown the new prices, so that the next try passes. */
async function priceChanged(
  { carts }: PlacementDeps,
  ctx: Context,
  { cartId, claim }: CheckoutRequest,
): Promise<AppError> {
  const priced = await inTransaction(ctx, async (ctx) => {
    // Under the key, or a doubled request would take the new prices for agreed and buy at them.
    await claim(ctx);
    return carts.agreeToPrices(ctx, cartId);
  });
  const message = 'The total of the cart has changed. `cart` has the current one.';
  return new OutdatedError('price_changed', message, priced);
}
