import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Sets this use of the secret apart from every other. */
const PURPOSE = 'cartwright/kept-answer/v1';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** What NIST SP 800-38D wants of random ones: so many answers per key that it matters are never made. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts stored answers that contain a secret, so that a reader of the database (or a backup of
 * it) cannot read them. The key is derived from the shop's secret (HKDF, RFC 5869).
 */
export function createSealing(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES));

  return {
    /** @param place where the answer is stored; it can be decrypted only there. */
    seal(text: string, place: string): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
      const sealed = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64');
    },

    /** @returns undefined when it was not sealed with this secret for this place. */
    open(sealed: string, place: string): string | undefined {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
