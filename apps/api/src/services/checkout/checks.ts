import type { OrderDetails } from '../../kernel/cartDetails.ts';
import { AppError, type ErrorDetail } from '../../kernel/errors.ts';
import type { Money } from '../../kernel/money.ts';
import type { QuantityLimits } from '../carts.service.ts';
import type { PricedCart } from '../pricing.service.ts';
import type { Shortage } from '../inventory.service.ts';

/** A cart that has everything an order needs. */
export type ReadyCart = PricedCart & OrderDetails;

/** Ends the transaction of a checkout whose cart does not cost what the shopper agreed to. */
export class PriceChanged extends Error {
  override readonly name = 'PriceChanged';
}

/**
 * Refuses a cart that cannot become an order, naming everything that is missing at once.
 * @throws {AppError} cart_incomplete
 */
export function readyCart(cart: PricedCart): ReadyCart {
  const errors = [...missingParts(cart), ...unbuyableLines(cart)];
  const { email } = cart;
  const billingAddress = cart.billingAddress ?? cart.shippingAddress;
  if (errors.length > 0 || email === null || billingAddress === null) {
    const paths = errors.map(({ path }) => path).join(', ');
    throw new AppError('cart_incomplete', `The cart is not ready for checkout: ${paths}.`, {
      errors,
    });
  }
  return { ...cart, email, billingAddress };
}

/**
 * Refuses more than one order may hold, as the shop has it now: the cart may be older than the bound.
 * @throws {AppError} cart_limit_exceeded, naming each line.
 */
export function refuseAboveLimits({ items }: PricedCart, limits: QuantityLimits): void {
  const errors = items.flatMap(({ quantity }, index) =>
    quantity > limits.line
      ? [
          {
            path: `items.${index}.quantity`,
            code: 'too_big',
            message: `is ${quantity}; an order holds at most ${limits.line} of one variant`,
          },
        ]
      : [],
  );
  const units = items.reduce((total, { quantity }) => total + quantity, 0);
  if (units > limits.order) {
    const message = `are ${units} units; an order holds at most ${limits.order}`;
    errors.push({ path: 'items', code: 'too_big', message });
  }
  if (errors.length === 0) return;
  throw new AppError('cart_limit_exceeded', 'An order cannot hold this many units.', { errors });
}

/** @throws {AppError} payment_provider_unavailable, naming those that the shop offers. */
export function refuseUnlessOffered(wanted: string, offered: readonly string[]): void {
  if (offered.includes(wanted)) return;
  const message = `This shop does not offer ${wanted}; it offers ${offered.join(', ')}.`;
  throw new AppError('payment_provider_unavailable', message, {
    errors: [
      {
        path: 'paymentProvider',
        code: 'payment_provider_unavailable',
        message: `must be one of ${offered.join(', ')}`,
      },
    ],
  });
}

function missingParts(cart: PricedCart): ErrorDetail[] {
  const { items, email, shippingAddress, billingAddress, shippingOption, requiresShipping } = cart;
  const { companyLocationId, company } = cart;
  const missing: [boolean, path: string, message: string][] = [
    [
      companyLocationId !== null && !company,
      'companyLocationId',
      'is no location that you can buy for any longer',
    ],
    [items.length === 0, 'items', 'is empty'],
    [email === null, 'email', 'is required for the confirmation'],
    [requiresShipping && !shippingAddress, 'shippingAddress', 'is required to ship the goods'],
    [requiresShipping && !shippingOption, 'shippingOptionId', 'must name an available option'],
    [
      items.length > 0 && !requiresShipping && !billingAddress && !shippingAddress,
      'billingAddress',
      'is required when nothing is shipped',
    ],
  ];
  return missing.flatMap(([isMissing, path, message]) =>
    isMissing ? [{ path, code: 'required', message }] : [],
  );
}

function unbuyableLines({ items, currency }: PricedCart): ErrorDetail[] {
  return items.flatMap(({ buyable, title }, index) =>
    buyable
      ? []
      : [
          {
            path: `items.${index}`,
            code: 'variant_unavailable',
            message: `${title} is no longer for sale in ${currency}`,
          },
        ],
  );
}

/**
 * Whether the cart costs what the shopper has agreed to: the total that the request names, or else
 * the one that the answer to the last write to the cart showed, shipping and tax included.
 */
export function hasAgreedTotal(
  { currency, totals, agreedTotal }: PricedCart,
  expected: Money | undefined,
): boolean {
  if (!expected) return totals.total === agreedTotal;
  return expected.currency === currency && expected.amount === totals.total;
}

/**
 * What is short by the stock that was read with the cart. A sold-out cart is refused by this before
 * anything is written; what holds in a race is the reservation.
 */
export function visibleShortages({ items }: PricedCart): Shortage[] {
  return items.flatMap(({ variantId, quantity, available, inventoryPolicy }) =>
    available !== null && available < quantity && inventoryPolicy === 'deny'
      ? [{ variantId, requested: quantity, available: Math.max(0, available) }]
      : [],
  );
}

/** The refusal of a cart that has become an order. */
export function cartCompleted(orderId: string | undefined): AppError {
  return new AppError('cart_completed', 'The cart has been checked out.', {
    extensions: orderId === undefined ? {} : { orderId },
  });
}
