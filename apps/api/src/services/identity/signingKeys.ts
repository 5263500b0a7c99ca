import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** ECDSA on P-256 (RFC 7518, 3.4): short signatures, and the only algorithm that is accepted. */
export const ALGORITHM = 'ES256';

/** A public key as clients find it at `/.well-known/jwks.json` (RFC 7517). */
interface PublishedKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: typeof ALGORITHM;
}

/** What signs access tokens, and what verifies them. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** By `kid`: the current key and, while keys are rotated, the previous one. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  readonly published: readonly PublishedKey[];
}

interface KeyTexts {
  /** PEM of the private key that signs. */
  readonly signingKey: string;
  /** PEM of the key that signed before; its private or its public half. */
  readonly previousKey?: string | undefined;
}

/** Reads the keys. @throws when a PEM is not a key on the curve P-256. */
export function readSigningKeys({ signingKey, previousKey }: KeyTexts): SigningKeys {
  const privateKey = createPrivateKey(signingKey);
  const keys = [signingKey, previousKey].filter((pem) => pem !== undefined).map(readPublicKey);
  const [current] = keys;
  if (!current) throw new Error('There is no key to sign with');
  return {
    kid: current.kid,
    privateKey,
    publicKeys: new Map(keys.map(({ kid, key }) => [kid, key])),
    published: keys.map(({ jwk }) => jwk),
  };
}

function readPublicKey(pem: string) {
  const key = createPublicKey(pem);
  const { kty, crv, x, y }: JsonWebKey = key.export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) {
    throw new Error('The signing key is no key on the curve P-256');
  }
  const kid = thumbprint({ crv, kty, x, y });
  const jwk: PublishedKey = { kty, crv, x, y, kid, use: 'sig', alg: ALGORITHM };
  return { kid, key, jwk };
}

/** RFC 7638: the required members in alphabetical order. */
function thumbprint(members: { crv: string; kty: string; x: string; y: string }): string {
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}
