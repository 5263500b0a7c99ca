import { statement } from '../../db/statement.ts';
import type { Context } from '../../kernel/context.ts';

const purge = statement('paymentMethods.purge')(
  `DELETE FROM saved_payment_methods
   WHERE state = 'pending' AND created_at < now() - interval '1 day'`,
);

/** Deletes setups that were not finished within a day; no card belongs to them. */
export async function purgeSetups({ db }: Context): Promise<void> {
  await db.execute(purge);
}
