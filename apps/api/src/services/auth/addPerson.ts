import { emit } from '../../events/outbox.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { AuthDeps } from './deps.ts';
import { issueToken } from './issueToken.ts';
import { proveAddressOf } from './proveAddressOf.ts';
import { lockAddress } from './statements.ts';

/** Someone for whom another service vouches. */
interface NewPerson {
  readonly email: string;
  /** Whether the address is known to be the person's. */
  readonly isVerified: boolean;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly locale?: string | undefined;
}

/**
 * Who has proved an address. It stays so until the transaction ends, which must be open.
 * @returns undefined where the address is proved by no one.
 */
export async function findOwner({ db }: Context, email: string) {
  await db.query(lockAddress, { emailKey: email });
  const where = { emailKey: email, emailVerifiedAt: { not: null } };
  const owner = await db.prisma.user.findFirst({ where, select: { id: true, status: true } });
  return owner ?? undefined;
}

/**
 * Makes a user without a password, and a customer, in the open transaction. A verified address must
 * have no owner (see {@link findOwner}); one that is not verified gets a mail, as after a registration.
 * @returns the user's id.
 */
export async function addPerson(deps: AuthDeps, ctx: Context, person: NewPerson): Promise<string> {
  const { email, isVerified, firstName, lastName, locale } = person;
  const { prisma } = ctx.db;
  const userId = newId('user');
  await prisma.user.create({
    data: {
      id: userId,
      email,
      emailKey: email,
      firstName: firstName ?? null,
      lastName: lastName ?? null,
      locale: locale ?? null,
    },
  });
  await prisma.customer.create({ data: { id: newId('customer'), userId } });
  if (isVerified) {
    await proveAddressOf(deps, ctx, { userId, email, keepsPassword: true });
  } else {
    const tokenId = await issueToken(deps, ctx, { userId, purpose: 'verify_email', email });
    if (tokenId !== undefined) await emit(ctx, 'user.verification_requested', { userId, tokenId });
  }
  return userId;
}
