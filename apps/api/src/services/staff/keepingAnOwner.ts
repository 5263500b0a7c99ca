import { isCheckViolation } from '../../db/errors.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';

/**
 * Runs `body` in a transaction; the database refuses to leave the shop without an owner (the trigger
 * keep_an_owner), also when two owners remove each other at the same time.
 * @throws {AppError} last_owner
 */
export async function keepingAnOwner<T>(
  ctx: Context,
  body: (ctx: Context) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(ctx, body);
  } catch (error) {
    if (!isCheckViolation(error, 'last_owner')) throw error;
    const message = 'This is the last owner. Grant the role owner to someone else first.';
    throw new AppError('last_owner', message, { cause: error });
  }
}
