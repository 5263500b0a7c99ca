import { randomBytes } from 'node:crypto';
import { once } from '../../utils/once.ts';

/** What every authenticator app takes: others ignore or misread longer codes and newer hashes. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** The length that RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** Steps before and after the current one whose code counts too, for clocks that differ. */
const WINDOW = 1;

/** Loaded with the first authenticator app. */
const loadLibrary = once(() => import('otpauth'));

/** A secret in base 32, as apps take it. */
export async function newSecret(): Promise<string> {
  const { Secret } = await loadLibrary();
  return new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;
}

/** The URI that an app reads from a QR code. */
export async function otpauthUri(
  secret: string,
  { shopName, email }: { shopName: string; email: string },
): Promise<string> {
  const { Secret, TOTP } = await loadLibrary();
  const totp = new TOTP({
    ...FORM,
    issuer: shopName,
    label: email,
    secret: Secret.fromBase32(secret),
  });
  return totp.toString();
}

/** The time step whose code this is, among those that count now; undefined for a wrong code. */
export async function stepOf(
  secret: string,
  code: string,
  now = Date.now(),
): Promise<number | undefined> {
  const { Secret, TOTP } = await loadLibrary();
  const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / (FORM.period * 1000)) + delta;
}
