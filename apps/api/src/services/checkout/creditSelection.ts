import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CreditSelection } from '../credit.service.ts';

interface Request {
  readonly giftCards?: readonly string[] | undefined;
  readonly useStoreCredit?: boolean | undefined;
  readonly isVerified: boolean;
}

/**
 * The gift cards and store credit that a checkout asks to pay with; nothing when it asks for none.
 * @throws {AppError} validation_failed when a guest asks for store credit; email_not_verified when a
 *   customer does whose address is not proved: credit is given to the holder of the address.
 */
export function creditSelectionOf(
  { actor }: Context,
  { giftCards = [], useStoreCredit = false, isVerified }: Request,
): CreditSelection | undefined {
  if (!useStoreCredit) return giftCards.length > 0 ? { giftCards, storeCreditOf: null } : undefined;
  if (actor.kind === 'customer') {
    if (!isVerified) throw emailNotVerified();
    return { giftCards, storeCreditOf: actor.id };
  }
  const message = 'is available to signed-in customers only';
  throw new AppError('validation_failed', `Store credit ${message}.`, {
    errors: [{ path: 'useStoreCredit', code: 'customers_only', message }],
  });
}

function emailNotVerified(): AppError {
  const message = 'Store credit can be spent once the e-mail address is verified.';
  return new AppError('email_not_verified', message);
}
