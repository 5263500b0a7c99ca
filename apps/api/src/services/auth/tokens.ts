import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Set each use of the secret apart from every other. */
const REFRESH_PURPOSE = 'cartwright/refresh-token/v1';
const DEVICE_PURPOSE = 'cartwright/device-token/v1';
const FAILURE_PURPOSE = 'cartwright/sign-in-failures/v1';

/** A refresh token: 256 random bits. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The refresh token that follows one, always the same: two tabs that exchange a token at once get one
 * successor between them, although only hashes are stored. Without the secret it cannot be computed.
 */
export function successorOf(secret: string, token: string): string {
  return mac(secret, REFRESH_PURPOSE, token);
}

/** Says, on a device where someone has signed in, that it was this user. */
export function newDeviceToken(secret: string, userId: string): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${mac(secret, DEVICE_PURPOSE, `${userId}\0${nonce}`)}`;
}

/** Whether a device token is this user's. */
export function isDeviceOf(secret: string, token: string, userId: string): boolean {
  const [nonce = '', given = '', ...rest] = token.split('.');
  if (rest.length > 0) return false;
  const expected = Buffer.from(mac(secret, DEVICE_PURPOSE, `${userId}\0${nonce}`));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Where failed sign-ins are counted: a keyed hash, so that the table reveals no address. */
export function failureKeyOf(
  secret: string,
  kind: 'account' | 'device' | 'network',
  id: string,
): string {
  return `${kind}:${mac(secret, FAILURE_PURPOSE, `${kind}\0${id}`)}`;
}

function mac(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url');
}
