type SetupStepId =
  | 'products'
  | 'shippingZone'
  | 'shippingOption'
  | 'tax'
  | 'sender'
  | 'mail'
  | 'stripe'
  | 'webhook'
  | 'staffEmail'
  | 'publicUrl'
  | 'storefront';

/** One thing that a first sale needs. */
export interface SetupStep {
  id: SetupStepId;
  /** What the shop needs. */
  title: string;
  /** `missing` keeps the shop from a real sale, or makes it go wrong; `advice` is worth a look. */
  state: 'done' | 'missing' | 'advice';
  /** How it is now. */
  message: string;
  /** What to do about it; null when it is done. */
  next: string | null;
}

/** A step that is done. */
export function done(id: SetupStepId, title: string, message: string): SetupStep {
  return { id, title, state: 'done', message, next: null };
}

/** A step that is not, and what to do. */
export function open(
  id: SetupStepId,
  title: string,
  message: string,
  next: string,
  state: 'missing' | 'advice' = 'missing',
): SetupStep {
  return { id, title, state, message, next };
}
