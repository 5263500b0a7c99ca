import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import type { CreditSelection } from '../credit.service.ts';

interface Request {
  readonly giftCards?: readonly string[] | undefined;
  readonly useStoreCredit?: boolean | undefined;
}

/**
 * The gift cards and store credit that a checkout asks to pay with; nothing when it asks for none.
 * @throws {AppError} validation_failed when a guest asks for store credit.
 */
export function creditSelectionOf(
  { actor }: Context,
  { giftCards = [], useStoreCredit = false }: Request,
): CreditSelection | undefined {
  if (!useStoreCredit) return giftCards.length > 0 ? { giftCards, storeCreditOf: null } : undefined;
  if (actor.kind === 'customer') return { giftCards, storeCreditOf: actor.id };
  const message = 'is available to signed-in customers only';
  throw new AppError('validation_failed', `Store credit ${message}.`, {
    errors: [{ path: 'useStoreCredit', code: 'customers_only', message }],
  });
}
