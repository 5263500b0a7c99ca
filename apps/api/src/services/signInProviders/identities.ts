import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError, notFound } from '../../kernel/errors.ts';
import type { Identity } from '../../kernel/identity.ts';
import { newId } from '../../kernel/ids.ts';
import type { SignInProvidersDeps } from './deps.ts';
import { takePerson, type CodeAndSecret } from './person.ts';
import { nameOf, recordChange } from './recordChange.ts';
import { lockHolder } from './statements.ts';

/** A provider with which a user signs in. */
export interface UserIdentity {
  readonly id: string;
  readonly provider: string;
  /** The provider's name; its id once the shop no longer has it. */
  readonly providerName: string;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

type Holder = Pick<Identity, 'userId'>;
type Changer = Pick<Identity, 'userId' | 'isStaff'>;
type Row = Omit<UserIdentity, 'providerName'>;

const shown = { id: true, provider: true, email: true, createdAt: true, lastUsedAt: true };

/** The oldest first. */
export async function listIdentities(
  deps: SignInProvidersDeps,
  { db }: Context,
  { userId }: Holder,
): Promise<UserIdentity[]> {
  const rows = await db.prisma.userIdentity.findMany({
    where: { userId },
    select: shown,
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => withName(deps, row));
}

/**
 * Adds a provider to the account of who has begun it; one that is there already is left as it is.
 * @throws {AppError} sign_in_code_invalid, identity_taken
 */
export function addIdentity(
  deps: SignInProvidersDeps,
  ctx: Context,
  { userId, isStaff }: Changer,
  proof: CodeAndSecret,
): Promise<UserIdentity> {
  return inTransaction(ctx, async (ctx) => {
    const { provider, person, known } = await takePerson(ctx, proof, userId);
    if (known && known.userId !== userId) {
      const message = 'This account at the provider belongs to another account of the shop.';
      throw new AppError('identity_taken', message);
    }
    if (known) return withName(deps, known);
    const { issuer, subject, email = null } = person;
    const id = newId('identity');
    const added = await ctx.db.prisma.userIdentity.create({
      data: { id, userId, provider, issuer, subject, email },
    });
    await recordChange(deps, ctx, 'identity.linked', { identityId: id, userId, isStaff, provider });
    return withName(deps, added);
  });
}

/**
 * Removes a provider from an account, unless the account would have no way to sign in.
 * @throws {AppError} not_found, last_sign_in_method
 */
export function removeIdentity(
  deps: SignInProvidersDeps,
  ctx: Context,
  { userId, isStaff }: Changer,
  id: string,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const [holder] = await ctx.db.query(lockHolder, { userId });
    const { prisma } = ctx.db;
    const identity = await prisma.userIdentity.findFirst({ where: { id, userId } });
    if (!holder || !identity) throw notFound('identity');
    const usable = { in: deps.providers.map((provider) => provider.id) };
    const others = await prisma.userIdentity.count({
      where: { userId, id: { not: id }, provider: usable },
    });
    if (!holder.hasPassword && holder.passkeys === 0 && others === 0) {
      const advice = 'Set a password or add a passkey first.';
      throw new AppError('last_sign_in_method', `You could sign in no longer. ${advice}`);
    }
    await prisma.userIdentity.delete({ where: { id } });
    const { provider } = identity;
    await recordChange(deps, ctx, 'identity.removed', {
      identityId: id,
      userId,
      isStaff,
      provider,
    });
  });
}

/**
 * Removes all providers of a user whose address was proved by someone who is not known to hold the
 * account: a stranger may have made it, with a provider that named the address without verifying it.
 */
export async function dropUnproved(
  { db }: Context,
  { userId, isHolder }: Holder & { readonly isHolder: boolean },
): Promise<void> {
  if (!isHolder) await db.prisma.userIdentity.deleteMany({ where: { userId } });
}

function withName(deps: SignInProvidersDeps, row: Row): UserIdentity {
  const { id, provider, email, createdAt, lastUsedAt } = row;
  return { id, provider, providerName: nameOf(deps, provider), email, createdAt, lastUsedAt };
}
