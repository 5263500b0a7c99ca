import type { Call } from './core.ts';
import { invalidParameter, invalidRequest } from './errors.ts';

/** Kinds of objects that a browser may use by their client secret, with the code of a wrong one. */
const codes = {
  PaymentIntent: 'payment_intent_invalid_parameter',
  SetupIntent: 'setup_intent_invalid_parameter',
} as const;

/**
 * Checks that a call may see an intent: a secret key may, a publishable one with the client secret.
 * @throws ApiError for a publishable key without the client secret, and for a wrong one
 */
export function requireAccess(
  { publishable }: Call,
  intent: { readonly client_secret: string | null },
  { clientSecret, kind }: { clientSecret: string | undefined; kind: keyof typeof codes },
): void {
  if (clientSecret === undefined && !publishable) return;
  if (clientSecret === undefined) {
    throw invalidParameter(
      'Missing required param: client_secret.',
      'client_secret',
      'parameter_missing',
    );
  }
  if (clientSecret !== intent.client_secret) {
    throw invalidRequest(
      `The client_secret provided does not match any associated ${kind} on this account. Ensure the provided client_secret and publishable API key belong to the same account.`,
      { code: codes[kind], param: 'client_secret' },
    );
  }
}
