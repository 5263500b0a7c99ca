import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import { hashToken, linkTokenOf } from '../../utils/linkToken.ts';
import type { AuthDeps } from './deps.ts';
import { insertToken } from './tokenStatements.ts';

const HOUR = 3600;

/** What tokens of mails are for, and for how long they can be used, in seconds. */
const lifetimes = {
  verify_email: 24 * HOUR,
  reset_password: HOUR,
  change_email: 24 * HOUR,
} as const;

type TokenPurpose = keyof typeof lifetimes;

/**
 * Issues a token that proves an address, and voids the older ones of its purpose.
 * @returns its id; undefined when one was issued less than a minute ago.
 */
export async function issueToken(
  { secret }: Pick<AuthDeps, 'secret'>,
  { db }: Context,
  about: { userId: string; purpose: TokenPurpose; email: string },
): Promise<string | undefined> {
  const id = newId('userToken');
  const hash = hashToken(linkTokenOf(secret, id));
  const seconds = lifetimes[about.purpose];
  const [issued] = await db.query(insertToken, { id, hash, seconds, ...about });
  return issued?.id;
}
