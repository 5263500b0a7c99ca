import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';

interface Former {
  readonly userId: string;
  readonly customerId: string;
  /** The address that is proved. */
  readonly email: string;
}

/**
 * Gives a user a new commerce side, in the open transaction, where a stranger may have used the one
 * before: its carts, addresses, cards and credit stay with it, under a disabled user. Staff can merge the
 * two where it was no stranger.
 * @returns the new customer's id; undefined where the account was never used.
 */
export async function setAside(
  { db }: Context,
  { userId, customerId, email }: Former,
): Promise<string | undefined> {
  const { prisma } = db;
  const { firstSignedInAt, firstName, lastName, locale } = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { firstSignedInAt: true, firstName: true, lastName: true, locale: true },
  });
  if (firstSignedInAt === null) return undefined;
  const former = newId('user');
  const person = { firstName, lastName, locale, firstSignedInAt };
  await prisma.user.create({
    data: {
      id: former,
      email,
      emailKey: email,
      status: 'disabled',
      supersededAt: new Date(),
      ...person,
    },
  });
  await prisma.customer.update({ where: { id: customerId }, data: { userId: former } });
  await prisma.user.update({ where: { id: userId }, data: { firstName: null, lastName: null } });
  const id = newId('customer');
  await prisma.customer.create({ data: { id, userId } });
  return id;
}
