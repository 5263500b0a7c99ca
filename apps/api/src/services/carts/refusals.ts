import { AppError } from '../../kernel/errors.ts';
import type { PricedCart } from '../pricing.service.ts';
import { cartEtag, representCart } from './representation.ts';

/** 409: it has become an order. */
export function cartCompleted(): AppError {
  return new AppError(
    'cart_completed',
    'The cart has become an order and can no longer be changed.',
  );
}

/** 412 with the tag that would have been right. */
export function preconditionFailed(cart: PricedCart): AppError {
  return new AppError('precondition_failed', 'The cart was changed meanwhile; read it again.', {
    headers: { ETag: cartEtag(representCart(cart)) },
  });
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
    : 'A shipping option can be chosen once there is a shipping address.';
  return new AppError('shipping_unavailable', message, {
    errors: [{ path: 'shippingOptionId', code: 'shipping_unavailable', message }],
  });
}

/** 422 that names each code; the shop has no promotions yet. */
export function promotionUnavailable(codes: readonly string[]): AppError {
  return new AppError('promotion_unavailable', 'There is no such promotion.', {
    errors: codes.map((code, index) => ({
      path: `promotionCodes.${index}`,
      code: 'promotion_unavailable',
      message: `there is no promotion "${code}"`,
    })),
  });
}

/** 422: where to send it decides what it costs. */
export function addressMissing(): AppError {
  return new AppError('cart_incomplete', 'The cart has no shipping address yet.', {
    errors: [
      { path: 'shippingAddress', code: 'required', message: 'is needed to know the options' },
    ],
  });
}
