import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, keyIdOf } from '../../utils/derivedKey.ts';

/** Derives a key that no other use of the secret shares. */
const PURPOSE = 'cartwright/audit-seal/v1';

/** The parts of a seal that its signature concerns. */
interface Signed {
  readonly hash: string;
  readonly keyId: string;
  readonly signature: string;
}

export type SealSigner = ReturnType<typeof createSealSigner>;

/**
 * Signs the seals of the audit log, so that no one who can write to the database alone can make a
 * seal: HMAC-SHA-256, with keys that are derived from secrets of the configuration.
 * @param secrets the first signs, each verifies; the newest comes first. None: nothing is verified.
 */
export function createSealSigner(secrets: readonly string[]) {
  const keys = secrets.map(keyOf);
  const [current] = keys;

  return {
    /** Whether there is a secret to verify with. */
    canVerify: keys.length > 0,

    /** Names the key that signs. @throws {Error} without a secret. */
    keyId(): string {
      if (!current) throw new Error('There is no secret to sign the seals of the audit log with');
      return current.id;
    },

    /** Signs a hash in which `keyId()` is. @throws {Error} without a secret. */
    sign(hash: string): string {
      if (!current) throw new Error('There is no secret to sign the seals of the audit log with');
      return signatureOf(current.key, hash).toString('hex');
    },

    /** The rank of the key, 0 for the newest; undefined for an unknown one. */
    rankOf(keyId: string): number | undefined {
      const rank = keys.findIndex(({ id }) => id === keyId);
      return rank === -1 ? undefined : rank;
    },

    /** Whether the signature is the key's own. An unknown key has none. */
    isRight({ hash, keyId, signature }: Signed): boolean {
      const known = keys.find(({ id }) => id === keyId);
      if (!known) return false;
      const expected = signatureOf(known.key, hash);
      const given = Buffer.from(signature, 'hex');
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}

function keyOf(secret: string): { id: string; key: Buffer } {
  const key = deriveKey(secret, PURPOSE);
  return { id: keyIdOf(key), key };
}

const signatureOf = (key: Buffer, hash: string) => createHmac('sha256', key).update(hash).digest();
