import { createHmac } from 'node:crypto';

/** bcrypt ignores what comes after this many bytes. */
const MAX_BYTES = 72;

/** Marks a hash whose password was hashed before bcrypt, because bcrypt would have cut it. */
const PREHASHED = 'hmac-sha384:';

const HASH = /^(hmac-sha384:)?(\$2b\$(\d\d)\$[./A-Za-z0-9]{22})[./A-Za-z0-9]{31}$/;

/** A stored hash in its parts. */
export interface StoredHash {
  readonly isPrehashed: boolean;
  /** As bcrypt knows it, without our mark. */
  readonly bcrypt: string;
  /** With bcrypt's version and cost. */
  readonly salt: string;
  readonly cost: number;
}

/** @returns undefined for a text that this shop has not written. */
export function parseHash(hash: string): StoredHash | undefined {
  const [, mark = '', salt = '', cost = ''] = HASH.exec(hash) ?? [];
  if (salt === '') return undefined;
  const bcrypt = hash.slice(mark.length);
  return { isPrehashed: mark !== '', bcrypt, salt, cost: Number(cost) };
}

/** The stored text of a hash. */
export function formatHash(bcrypt: string, isPrehashed: boolean): string {
  return isPrehashed ? PREHASHED + bcrypt : bcrypt;
}

/** Whether bcrypt would cut the password: it is too long for it, or contains its end mark. */
export function needsPrehash(password: Buffer): boolean {
  return password.length > MAX_BYTES || password.includes(0);
}

/**
 * The password as bcrypt gets it: at most 72 bytes without NUL. The salt as key makes the inner hash
 * differ from what another system may have leaked of the same password.
 */
export function bcryptInput(password: Buffer, salt: string): Buffer {
  if (!needsPrehash(password)) return password;
  return Buffer.from(createHmac('sha384', salt).update(password).digest('base64'));
}

/** A hash of the given cost that no password has. */
export function dummyHash(cost: number): StoredHash {
  const salt = `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(22)}`;
  return { isPrehashed: false, bcrypt: salt + '.'.repeat(31), salt, cost };
}
