import type { Shown } from '../kernel/route.ts';
import type { Consent } from '../services/consents.service.ts';
import type { consentSchema } from '../validators/consents.validator.ts';

export function presentConsent({
  topic,
  state,
  level,
  wording,
  source,
  at,
}: Consent): Shown<typeof consentSchema> {
  return { topic, state, level, wording, source, at: at?.toISOString() ?? null };
}
