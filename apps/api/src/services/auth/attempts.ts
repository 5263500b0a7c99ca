import { AppError } from '../../kernel/errors.ts';
import type { Context } from '../../kernel/context.ts';
import { countAttempt, forgetFailures, undoAttempt } from './attemptStatements.ts';
import type { AuthDeps } from './deps.ts';
import { failureKeyOf } from './tokens.ts';

/** So many wrong passwords in a row cost no wait; behind a network's address may be an office. */
const FREE_OF_ACCOUNT = 5;
const FREE_OF_NETWORK = 20;

interface Guess {
  /** The address of the account, also of one that no one has. */
  readonly email: string;
  /** The token of a device where the holder of the address has signed in before. */
  readonly knownDevice?: string | undefined;
}

/** A guess that was counted. */
interface Attempt {
  /** What is counted for the account: from this network, or by a known device. */
  readonly account: string;
  readonly network: string | undefined;
}

/**
 * Counts a guess of a password as wrong, before it is looked at, so that parallel guesses share no
 * count. Each network has its count of an account, and so has each device where the holder has signed
 * in before: whatever strangers do elsewhere, the holder can sign in. From how many networks they
 * guess, the proof of work bounds, which counts the failures of an account from everywhere.
 * @returns undefined where the shop does not limit sign-ins.
 * @throws {AppError} rate_limited while the wait after the last failures lasts, 5 minutes at most.
 */
export async function takeAttempt(
  { limits, secret }: Pick<AuthDeps, 'limits' | 'secret'>,
  ctx: Context,
  { email, knownDevice }: Guess,
): Promise<Attempt | undefined> {
  if (!limits.isLimited({ class: 'signIn', tier: 'address', id: '' })) return undefined;
  const ofNetwork = failureKeyOf(secret, 'network', ctx.clientAddress ?? '');
  const network = knownDevice === undefined ? ofNetwork : undefined;
  const place = network ?? failureKeyOf(secret, 'device', knownDevice ?? '');
  const account = `${failureKeyOf(secret, 'account', email)}/${place}`;
  const keys = network === undefined ? [account] : [account, network];
  const free = [FREE_OF_ACCOUNT, FREE_OF_NETWORK].slice(0, keys.length);
  const [counted] = await ctx.db.query(countAttempt, { keys, free });
  if (counted && counted.counted === keys.length) return { account, network };
  const message = 'Too many sign-ins have failed. Wait, or ask for a new password.';
  throw new AppError('rate_limited', message, {
    retryAfterSeconds: Math.max(1, counted?.secondsLeft ?? 1),
  });
}

/**
 * Takes back the count of a guess that was right. The account's failures are forgotten only where who
 * signs in has proved the address: a stranger may have registered with it, to clear the count.
 */
export async function clearAttempt(
  { db }: Context,
  attempt: Attempt | undefined,
  { isVerified }: { isVerified: boolean },
): Promise<void> {
  if (!attempt) return;
  const { account, network = null } = attempt;
  await db.execute(undoAttempt, { account, network, forgets: isVerified });
}

/** Forgets the failures of an account everywhere, once its holder has chosen a new password. */
export async function forgetAttempts(
  { secret }: Pick<AuthDeps, 'secret'>,
  { db }: Context,
  email: string,
): Promise<void> {
  await db.execute(forgetFailures, { account: failureKeyOf(secret, 'account', email) });
}
