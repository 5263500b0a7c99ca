import { withDeps } from '../utils/withDeps.ts';
import { hashPassword, verifyPassword } from './passwords/hashPassword.ts';
import { createHashQueue } from './passwords/hashQueue.ts';
import { requireStrong } from './passwords/requireStrong.ts';

interface PasswordsOptions {
  /** The logarithm of bcrypt's rounds. */
  cost: number;
  shopName: string;
}

export type PasswordsService = ReturnType<typeof createPasswordsService>;

/**
 * Passwords and their hashes. To hash or verify one takes a quarter of a second or more, on a thread
 * of libuv: do it outside of transactions.
 */
export function createPasswordsService({ cost, shopName }: PasswordsOptions) {
  return withDeps(
    { cost, shopName, inTurn: createHashQueue() },
    { hash: hashPassword, verify: verifyPassword, requireStrong },
  );
}
