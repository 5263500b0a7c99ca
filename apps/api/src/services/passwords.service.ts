import { withDeps } from '../utils/withDeps.ts';
import { hashPassword, verifyPassword } from './passwords/hashPassword.ts';
import { createHashQueue } from './passwords/hashQueue.ts';

interface PasswordsOptions {
  /** The logarithm of bcrypt's rounds. */
  cost: number;
}

export type PasswordsService = ReturnType<typeof createPasswordsService>;

/**
 * Hashes of passwords. Each takes a quarter of a second or more, on a thread of libuv: call these
 * outside of transactions.
 */
export function createPasswordsService({ cost }: PasswordsOptions) {
  return withDeps(
    { cost, inTurn: createHashQueue() },
    { hash: hashPassword, verify: verifyPassword },
  );
}
