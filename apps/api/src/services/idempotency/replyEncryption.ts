import {
  decryptText,
  encryptText,
  joinEncrypted,
  splitEncrypted,
} from '../../utils/authenticatedCipher.ts';
import { deriveKey } from '../../utils/derivedKey.ts';

/** Derives a key that no other use of the secret shares. */
const PURPOSE = 'cartwright/kept-answer/v1';

export type ReplyEncryption = ReturnType<typeof createReplyEncryption>;

/**
 * Encrypts stored answers that contain a secret, so that a reader of the database (or a backup of
 * it) cannot read them. The key is derived from the shop's secret.
 */
export function createReplyEncryption(secret: string) {
  const key = deriveKey(secret, PURPOSE);

  return {
    /** @param place where the answer is stored; it can be decrypted only there. */
    encrypt(text: string, place: string): string {
      return joinEncrypted(encryptText(key, text, place)).toString('base64');
    },

    /** @returns undefined when it was encrypted with another secret or for another place. */
    decrypt(encrypted: string, place: string): string | undefined {
      return decryptText(key, splitEncrypted(Buffer.from(encrypted, 'base64')), place);
    },
  };
}
