import type { Shown } from '../kernel/route.ts';
import type { SavedMethod, StartedSetup } from '../services/paymentMethods.service.ts';
import type {
  paymentMethodSetupSchema,
  savedPaymentMethodSchema,
} from '../validators/paymentMethods.validator.ts';

export function presentSavedMethod(saved: SavedMethod): Shown<typeof savedPaymentMethodSchema> {
  const { id, provider, brand, last4, expiryMonth, expiryYear, isDefault, consent } = saved;
  const { version, text, usage, at } = consent;
  return {
    id,
    provider,
    brand,
    last4,
    expiryMonth,
    expiryYear,
    isDefault,
    consent: { version, text, usage, at: at.toISOString() },
    createdAt: saved.createdAt.toISOString(),
  };
}

export function presentSetup({
  setupId,
  provider,
  session,
}: StartedSetup): Shown<typeof paymentMethodSetupSchema> {
  return { setupIntentId: setupId, provider, ...session };
}
