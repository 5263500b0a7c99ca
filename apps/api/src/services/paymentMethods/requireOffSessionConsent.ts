import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { savedMethodOf, type SavedMethod } from './findSaved.ts';

interface OffSessionCharge {
  readonly customerId: string;
  readonly paymentMethodId: string;
}

/** The card of a charge for which its customer is not present, with the provider's id of it. */
interface ChargeableMethod extends SavedMethod {
  readonly methodId: string;
}

/**
 * What must be asked before a card is charged without its customer: whether they agreed to that, in
 * which words, and when.
 * @throws {AppError} consent_missing, also for another customer's card.
 */
export async function requireOffSessionConsent(
  { db }: Context,
  { customerId, paymentMethodId }: OffSessionCharge,
): Promise<ChargeableMethod> {
  const row = await db.prisma.savedPaymentMethod.findFirst({
    where: { id: paymentMethodId, customerId, state: 'active', usage: 'off_session' },
  });
  const hasText = row !== null && row.consentText !== '' && row.consentVersion !== '';
  if (hasText && row.methodId !== null) return { ...savedMethodOf(row), methodId: row.methodId };
  const message = 'The customer has not agreed that this card is charged without them.';
  throw new AppError('consent_missing', message);
}
