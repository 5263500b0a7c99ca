import { customerIdOf, type Context } from '../../kernel/context.ts';
import { notFound } from '../../kernel/errors.ts';

/** The signed-in customer. */
export interface Profile {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly isVerified: boolean;
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** BCP 47; null where the shop's own is used. */
  readonly locale: string | null;
  /** That the customer is in. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly createdAt: Date;
}

const select = {
  email: true,
  emailVerifiedAt: true,
  firstName: true,
  lastName: true,
  locale: true,
} as const;

/** @throws {AppError} not_found once the customer is gone. */
export async function findProfile(ctx: Context): Promise<Profile> {
  const found = await ctx.db.prisma.customer.findUnique({
    where: { id: customerIdOf(ctx) },
    select: {
      id: true,
      userId: true,
      createdAt: true,
      user: { select },
      groups: {
        select: { group: { select: { id: true, name: true } } },
        orderBy: { groupId: 'asc' },
      },
    },
  });
  if (!found) throw notFound('customer');
  const { user, groups: memberships, ...customer } = found;
  const groups = memberships.map(({ group }) => group);
  const { email, emailVerifiedAt, firstName, lastName, locale } = user;
  const isVerified = emailVerifiedAt !== null;
  return { ...customer, groups, email, isVerified, firstName, lastName, locale };
}
