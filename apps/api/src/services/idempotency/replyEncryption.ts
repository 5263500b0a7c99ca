import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Derives a key that no other use of the secret shares. */
const PURPOSE = 'cartwright/kept-answer/v1';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
/** The size that NIST SP 800-38D asks for; a key never encrypts enough answers for two nonces to meet. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type ReplyEncryption = ReturnType<typeof createReplyEncryption>;

/**
 * Encrypts stored answers that contain a secret, so that a reader of the database (or a backup of
 * it) cannot read them. The key is derived from the shop's secret (HKDF, RFC 5869).
 */
export function createReplyEncryption(secret: string) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES));

  return {
    /** @param place where the answer is stored; it can be decrypted only there. */
    encrypt(text: string, place: string): string {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
      const encrypted = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...encrypted]).toString('base64');
    },

    /** @returns undefined when it was encrypted with another secret or for another place. */
    decrypt(encrypted: string, place: string): string | undefined {
      const bytes = Buffer.from(encrypted, 'base64');
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
