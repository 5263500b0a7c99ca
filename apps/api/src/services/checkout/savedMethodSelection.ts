import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';

interface Request {
  readonly paymentProvider: string;
  readonly paymentMethodId?: string | undefined;
  readonly isVerified: boolean;
}

const selectMethod = statement('checkout.savedMethod')<
  { id: string; customerId: string; provider: string },
  { id: string }
>(
  `SELECT id FROM saved_payment_methods
   WHERE id = :id AND customer_id = :customerId AND provider = :provider AND state = 'active'`,
);

/**
 * The saved card that a checkout asks to pay with; null when it asks for none.
 * @param cart whose customer alone may pay with a card of theirs.
 * @throws {AppError} validation_failed for a guest, and a cart that is not the customer's;
 *   email_not_verified; not_found, also for another customer's or another provider's card.
 */
export async function savedMethodSelectionOf(
  { db, actor }: Context,
  cart: { readonly customerId: string | null },
  { paymentMethodId: id, paymentProvider: provider, isVerified }: Request,
): Promise<string | null> {
  if (id === undefined) return null;
  if (actor.kind !== 'customer') {
    throw refusal('customers_only', 'is available to signed-in customers only');
  }
  if (!isVerified) {
    const message = 'Saved cards can be used once the e-mail address is verified.';
    throw new AppError('email_not_verified', message);
  }
  if (cart.customerId !== actor.id) {
    throw refusal('cart_of_guest', 'pays for a cart of the customer: see POST /me/cart/merge');
  }
  const [saved] = await db.query(selectMethod, { id, customerId: actor.id, provider });
  if (!saved) throw notFound('payment method');
  return saved.id;
}

function refusal(code: string, message: string): AppError {
  return new AppError('validation_failed', `A saved card ${message}.`, {
    errors: [{ path: 'paymentMethodId', code, message }],
  });
}
