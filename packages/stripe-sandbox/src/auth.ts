import { timingSafeEqual } from 'node:crypto';
import { unauthorized } from './errors.ts';
import type { Settings } from './options.ts';

/** Which of the account's two keys a request has. */
export type KeyKind = 'secret' | 'publishable';

/**
 * Reads the API key: `Authorization: Bearer`, HTTP Basic with the key as user name, or, as Stripe.js
 * sends it, the form parameter `key`.
 * @throws ApiError 401 when it is missing or wrong
 */
export function authenticateKey(
  settings: Settings,
  header: string | undefined,
  formKey: string | undefined,
): KeyKind {
  const key = keyOf(header) ?? formKey;
  if (key === undefined || key === '') {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  if (sameText(key, settings.secretKey)) return 'secret';
  if (sameText(key, settings.publishableKey)) return 'publishable';
  throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
}

/** @throws ApiError 401 for the publishable key where the secret one is needed */
export function requireSecretKey(kind: KeyKind): void {
  if (kind === 'secret') return;
  throw unauthorized(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    'secret_key_required',
  );
}

function keyOf(header: string | undefined): string | undefined {
  const [scheme = '', value = ''] = (header ?? '').split(' ', 2);
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  return Buffer.from(value, 'base64').toString('utf8').split(':', 1)[0];
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const masked = (key: string): string =>
  key.length <= 12 ? '****' : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
