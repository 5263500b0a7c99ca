import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { ExternalPerson } from '../../ports/identityProvider.ts';
import type { SignInProvidersDeps } from './deps.ts';
import { takePerson, type CodeAndSecret } from './person.ts';
import { recordChange } from './recordChange.ts';

type SignInContext = Parameters<SignInProvidersDeps['auth']['completeSignIn']>[0];

/**
 * Ends a sign-in: opens a session, or asks for a second factor as after a password.
 * @throws {AppError} sign_in_code_invalid, account_exists, provider_email_missing; invalid_credentials
 *   for a disabled account.
 */
export async function exchange(
  deps: SignInProvidersDeps,
  ctx: SignInContext,
  { deviceToken, ...proof }: CodeAndSecret & { readonly deviceToken?: string | undefined },
) {
  const found = await inTransaction(ctx, (ctx) => findUser(deps, ctx, proof));
  return deps.auth.completeSignIn(ctx, { ...found, method: 'provider', deviceToken });
}

async function findUser(deps: SignInProvidersDeps, ctx: Context, proof: CodeAndSecret) {
  const { provider, mode, person, known } = await takePerson(ctx, proof, null);
  const { email = null } = person;
  if (known) {
    const data = { lastUsedAt: new Date(), email };
    await ctx.db.prisma.userIdentity.update({ where: { id: known.id }, data });
    return { userId: known.userId, mode };
  }
  const { userId, isNew } = await admit(deps, ctx, person);
  const { issuer, subject } = person;
  const id = newId('identity');
  await ctx.db.prisma.userIdentity.create({
    data: { id, userId, provider, issuer, subject, email, lastUsedAt: new Date() },
  });
  if (!isNew) {
    const isStaff = await holdsRole(ctx, userId);
    await recordChange(deps, ctx, 'identity.linked', { identityId: id, userId, isStaff, provider });
  }
  return { userId, mode };
}

async function holdsRole({ db }: Context, id: string): Promise<boolean> {
  return (await db.prisma.user.count({ where: { id, roleGrants: { some: {} } } })) > 0;
}

/**
 * Whose account a person gets who signs in with a provider for the first time. An address that the
 * provider has not verified says nothing: that person gets an account without a verified address. Even
 * a verified one takes over no account, unless the provider assigns the address itself: its word is
 * about the past, and addresses change hands.
 */
async function admit({ auth }: SignInProvidersDeps, ctx: Context, person: ExternalPerson) {
  const { email, isEmailVerified: isVerified, isAuthoritative } = person;
  if (email === undefined) {
    const message = 'The provider gives no e-mail address. Allow it there, or sign up another way.';
    throw new AppError('provider_email_missing', message);
  }
  const owner = isVerified ? await auth.findOwner(ctx, email) : undefined;
  if (owner && isAuthoritative && owner.status === 'active') {
    return { userId: owner.id, isNew: false };
  }
  if (owner) {
    const advice = 'Sign in as you did before, then add the provider to your account.';
    throw new AppError('account_exists', `There is an account with this address. ${advice}`);
  }
  const { firstName, lastName, locale } = person;
  const profile = { email, isVerified, firstName, lastName, locale };
  return { userId: await auth.addPerson(ctx, profile), isNew: true };
}
