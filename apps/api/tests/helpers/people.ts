import type { Container } from '../../src/container.ts';
import { newId } from '../../src/kernel/ids.ts';

const DAY_MS = 86_400_000;

/** A person with a live session. */
interface SignedInPerson {
  readonly userId: string;
  /** Empty for someone who is no customer. */
  readonly customerId: string;
  readonly sessionId: string;
  readonly token: string;
  /** Headers of a request as this person. */
  readonly as: { readonly Authorization: string };
}

interface PersonOptions {
  email?: string;
  isVerified?: boolean;
  isCustomer?: boolean;
  /** Permissions of a role that is made for this person. */
  permissions?: readonly string[];
  /** The name of a role that is granted. */
  role?: string;
}

let people = 0;

/** Puts a person with a session into the database, as a sign-in would. */
export async function signInPerson(
  { database, services }: Pick<Container, 'database' | 'services'>,
  options: PersonOptions = {},
): Promise<SignedInPerson> {
  const { isVerified = true, isCustomer = true, permissions = [], role } = options;
  const email = options.email ?? `person${++people}.${Date.now()}@example.com`;
  const [userId, customerId, sessionId] = [newId('user'), newId('customer'), newId('session')];
  const roleId = newId('role');
  await database.prisma.user.create({
    data: {
      id: userId,
      email,
      emailKey: email,
      emailVerifiedAt: isVerified ? new Date() : null,
      ...(isCustomer && { customer: { create: { id: customerId } } }),
      sessions: {
        create: { id: sessionId, mode: 'bearer', expiresAt: new Date(Date.now() + DAY_MS) },
      },
      ...(permissions.length > 0 && {
        roleGrants: {
          create: {
            id: newId('roleGrant'),
            role: {
              create: { id: roleId, name: roleId, title: 'A test', permissions: [...permissions] },
            },
          },
        },
      }),
    },
  });
  if (role !== undefined) {
    const grant = { id: newId('roleGrant'), user: { connect: { id: userId } } };
    await database.prisma.roleGrant.create({
      data: { ...grant, role: { connect: { name: role } } },
    });
  }
  const token = await services.identity.issueToken({ userId, sessionId });
  const as = { Authorization: `Bearer ${token}` };
  return { userId, customerId: isCustomer ? customerId : '', sessionId, token, as };
}
