import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Set each use of the secret apart from every other. */
const REFRESH_PURPOSE = 'cartwright/refresh-token/v1';
const DEVICE_PURPOSE = 'cartwright/device-token/v2';
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

/** Whom a device knows. Another password makes all devices unknown, since a thief may have had the old one. */
interface DeviceHolder {
  readonly userId: string;
  readonly passwordChangedAt: Date | null;
}

/** Says, on a device where someone has signed in, that it was this user. */
export function newDeviceToken(secret: string, holder: DeviceHolder): string {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${deviceMac(secret, holder, nonce)}`;
}

/** Whether a device token is this user's, with the present password. */
export function isDeviceOf(secret: string, token: string, holder: DeviceHolder): boolean {
  const [nonce = '', given = '', ...rest] = token.split('.');
  if (rest.length > 0) return false;
  const expected = Buffer.from(deviceMac(secret, holder, nonce));
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

function deviceMac(secret: string, holder: DeviceHolder, nonce: string): string {
  const since = holder.passwordChangedAt?.getTime() ?? 0;
  return mac(secret, DEVICE_PURPOSE, `${holder.userId}\0${since}\0${nonce}`);
}

function mac(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url');
}
