import { decryptText, encryptText } from '../utils/authenticatedCipher.ts';
import { deriveKey, keyIdOf } from '../utils/derivedKey.ts';

/** Derives keys that no other use of the secrets shares. */
const PURPOSE = 'cartwright/field/v1';
const VERSION = 'v1';

interface EncryptionOptions {
  /** At least one: the first encrypts, each decrypts. */
  secrets: readonly string[];
}

/** Where a text is stored. Moved to another row or column, it cannot be decrypted. */
interface FieldPlace {
  /** What the field is, such as `totp_secret`. */
  readonly purpose: string;
  /** The id of the row or its owner, which never changes. */
  readonly id: string;
}

export type EncryptionService = ReturnType<typeof createEncryptionService>;

/**
 * Encrypts small secrets that the shop must read again, such as the secret of an authenticator, so
 * that a reader of the database (or a backup of it) cannot. The stored text is
 * `v1.<key id>.<nonce>.<tag and encrypted text>`.
 * @throws {Error} without a secret.
 */
export function createEncryptionService({ secrets }: EncryptionOptions) {
  const keys = new Map(
    secrets.map((secret) => {
      const key = deriveKey(secret, PURPOSE);
      return [keyIdOf(key), key];
    }),
  );
  const [current] = keys;
  if (!current) throw new Error('There is no key to encrypt with: set DATA_ENCRYPTION_KEYS.');
  const [currentId, currentKey] = current;

  return {
    /** Encrypts with the first key. Each call gives another text. */
    encrypt(text: string, place: FieldPlace): string {
      const { nonce, body } = encryptText(currentKey, text, boundTo(currentId, place));
      return [VERSION, currentId, nonce.toString('base64url'), body.toString('base64url')].join(
        '.',
      );
    },

    /** @throws {Error} when its key is unknown, or the text was changed or is of another place. */
    decrypt(encrypted: string, place: FieldPlace): string {
      const { keyId, nonce, body } = partsOf(encrypted);
      const key = keys.get(keyId);
      if (!key) throw new Error(`The key ${keyId} is not among those of DATA_ENCRYPTION_KEYS.`);
      const text = decryptText(key, { nonce, body }, boundTo(keyId, place));
      if (text === undefined) {
        throw new Error(`The encrypted ${place.purpose} was changed, or belongs to another row.`);
      }
      return text;
    },

    /** Whether another than the first key has encrypted it: encrypt it again when it is next read. */
    needsReencryption(encrypted: string): boolean {
      return partsOf(encrypted).keyId !== currentId;
    },
  };
}

function partsOf(encrypted: string) {
  const [version, keyId = '', nonce = '', body = ''] = encrypted.split('.');
  if (version !== VERSION)
    throw new Error('The text was not encrypted by this version of the shop.');
  return { keyId, nonce: Buffer.from(nonce, 'base64url'), body: Buffer.from(body, 'base64url') };
}

/** The associated data; a list in JSON, so that no two places give one text. */
function boundTo(keyId: string, { purpose, id }: FieldPlace): string {
  return JSON.stringify([VERSION, keyId, purpose, id]);
}
