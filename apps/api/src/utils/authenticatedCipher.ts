import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
/** The size that NIST SP 800-38D asks for; a key never encrypts enough texts for two nonces to meet. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** An encrypted text. Neither part is secret. */
interface Encrypted {
  readonly nonce: Buffer;
  /** The authentication tag, then the encrypted text. */
  readonly body: Buffer;
}

/**
 * Encrypts a text by AES-256-GCM.
 * @param place where the text is stored; it can be decrypted only there.
 */
export function encryptText(key: Buffer, text: string, place: string): Encrypted {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place));
  const encrypted = [cipher.update(text, 'utf8'), cipher.final()];
  return { nonce, body: Buffer.concat([cipher.getAuthTag(), ...encrypted]) };
}

/** @returns undefined when it was encrypted with another key or for another place, or was changed. */
export function decryptText(
  key: Buffer,
  { nonce, body }: Encrypted,
  place: string,
): string | undefined {
  if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce)
    .setAAD(Buffer.from(place))
    .setAuthTag(body.subarray(0, TAG_BYTES));
  try {
    const text = decipher.update(body.subarray(TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The bytes in the one form in which they are stored together: nonce, tag, encrypted text. */
export function joinEncrypted({ nonce, body }: Encrypted): Buffer {
  return Buffer.concat([nonce, body]);
}

/** The parts of joined bytes. */
export function splitEncrypted(bytes: Buffer): Encrypted {
  return { nonce: bytes.subarray(0, NONCE_BYTES), body: bytes.subarray(NONCE_BYTES) };
}
