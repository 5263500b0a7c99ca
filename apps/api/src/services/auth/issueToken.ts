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

const MINUTE = 60;

interface TokenRequest {
  readonly userId: string;
  readonly purpose: TokenPurpose;
  readonly email: string;
  /** So many seconds after the last one there is no other; a minute if left out. */
  readonly pauseSeconds?: number;
}

/**
 * Issues a token that proves an address, and voids the older ones of its purpose.
 * @returns its id; undefined when one was issued less than a minute ago, or five within an hour: the
 *   newest of them is still valid, so a stranger who asks for many keeps no owner from using it.
 */
export async function issueToken(
  { secret }: Pick<AuthDeps, 'secret'>,
  { db }: Context,
  { pauseSeconds = MINUTE, ...about }: TokenRequest,
): Promise<string | undefined> {
  const id = newId('userToken');
  const hash = hashToken(linkTokenOf(secret, id));
  const seconds = lifetimes[about.purpose];
  const [issued] = await db.query(insertToken, { id, hash, seconds, pauseSeconds, ...about });
  return issued?.id;
}
