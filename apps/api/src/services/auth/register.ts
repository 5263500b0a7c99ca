import { inTransaction } from '../../db/transaction.ts';
import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { lockAddress } from './statements.ts';
import { selectMailed } from './tokenStatements.ts';

interface Registration {
  readonly email: string;
  readonly password: string;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: string | undefined;
}

/** So many active users of one address may have a password, the one who has proved it among them. */
export const MAX_REGISTERED = 3;
const DAY = 86_400;

/**
 * Makes a user and a customer, whose address is yet to be proved. Each registration is a separate user,
 * also where the address is known: nothing that the caller can see or measure says whether it is.
 * Beyond three of an address none is made, so that a sign-in can try them all: its owner is told how
 * to take it over.
 * @throws {AppError} password_too_weak
 */
export async function register(
  deps: AuthDeps,
  ctx: Context,
  { email, password, ...profile }: Registration,
): Promise<void> {
  await deps.passwords.requireStrong({ password, email });
  const passwordHash = await deps.passwords.hash(password);
  await inTransaction(ctx, async (ctx) => {
    const { prisma } = ctx.db;
    await ctx.db.query(lockAddress, { emailKey: email });
    if ((await countRegistered(ctx, email)) >= MAX_REGISTERED) return tellOwner(deps, ctx, email);
    const userId = newId('user');
    const now = new Date();
    await prisma.user.create({
      data: {
        id: userId,
        email,
        emailKey: email,
        passwordHash,
        passwordChangedAt: now,
        firstName: profile.firstName ?? null,
        lastName: profile.lastName ?? null,
        locale: profile.locale ?? null,
      },
    });
    await prisma.customer.create({ data: { id: newId('customer'), userId } });
    const tokenId = await issueToken(deps, ctx, { userId, purpose: 'verify_email', email });
    if (tokenId !== undefined) await emit(ctx, 'user.verification_requested', { userId, tokenId });
  });
}

function countRegistered({ db }: Context, email: string): Promise<number> {
  const OR = [{ passwordHash: { not: null } }, { emailVerifiedAt: { not: null } }];
  return db.prisma.user.count({ where: { emailKey: email, status: 'active', OR } });
}

/** Sends the owner a link to choose a password by, which proves the address; once a day. */
async function tellOwner(deps: AuthDeps, ctx: Context, email: string): Promise<void> {
  const [user] = await ctx.db.query(selectMailed, { email, onlyUnproved: false, asking: '' });
  if (!user) return;
  const { userId } = user;
  const token = { userId, purpose: 'reset_password', email, pauseSeconds: DAY } as const;
  const tokenId = await issueToken(deps, ctx, token);
  if (tokenId !== undefined) await emit(ctx, 'user.registration_refused', { userId, tokenId });
}
