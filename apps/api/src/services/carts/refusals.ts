import { AppError, OutdatedError } from '../../kernel/errors.ts';
import type { PricedCart } from '../pricing.service.ts';

/** 409: it has become an order. */
export function cartCompleted(): AppError {
  return new AppError(
    'cart_completed',
    'The cart has been checked out and can no longer be changed.',
  );
}

/** 409: anyone who knows the id of a guest's cart could buy for the company. */
export function cartOfNoCustomer(): AppError {
  return new AppError(
    'state_conflict',
    'The cart belongs to no customer. Open one while you are signed in to buy for a company.',
  );
}

/** 412 with the cart as it is now. */
export function preconditionFailed(cart: PricedCart): OutdatedError<PricedCart> {
  const message = 'The cart has changed. Read it again, then retry.';
  return new OutdatedError('precondition_failed', message, cart);
}

/** 422 for a currency in which the shop sells nothing. */
export function currencyUnavailable(currency: string): AppError {
  const message = `The shop has no prices in ${currency}.`;
  return new AppError('currency_unavailable', message, {
    errors: [{ path: 'currency', code: 'currency_unavailable', message }],
  });
}

/** 422 for an option that was chosen and does not serve the cart as it would be. */
export function shippingUnavailable({ shippingAddress }: PricedCart): AppError {
  const message = shippingAddress
    ? 'The shipping option is not available for this cart and address.'
    : 'Set a shipping address before choosing a shipping option.';
  return new AppError('shipping_unavailable', message, {
    errors: [{ path: 'shippingOptionId', code: 'shipping_unavailable', message }],
  });
}

/** 422 that names each code; the shop has no promotions yet. */
export function promotionUnavailable(codes: readonly string[]): AppError {
  return new AppError('promotion_unavailable', 'The promotion code does not exist.', {
    errors: codes.map((code, index) => ({
      path: `promotionCodes.${index}`,
      code: 'promotion_unavailable',
      message: `"${code}" is not a promotion code`,
    })),
  });
}

/** 422: where to send it decides what it costs. */
export function addressMissing(): AppError {
  return new AppError(
    'cart_incomplete',
    'The cart has no shipping address. Set one to see its shipping options.',
    {
      errors: [
        { path: 'shippingAddress', code: 'required', message: 'is required to list the options' },
      ],
    },
  );
}
