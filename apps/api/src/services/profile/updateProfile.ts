import { inTransaction } from '../../db/transaction.ts';
import type { Context } from '../../kernel/context.ts';
import { findProfile, type Profile } from './findProfile.ts';
import { lockCustomer } from './lockCustomer.ts';
import { refuseOutdated, type ChangeTerms } from './refuseOutdated.ts';

/** Null clears a member; what is left out stays. */
interface ProfileChange {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

interface ProfileChangeRequest extends ChangeTerms<Profile> {
  readonly change: ProfileChange;
}

/** @throws {OutdatedError} precondition_failed, with the profile as it is. */
export function updateProfile(
  ctx: Context,
  { change, isExpected }: ProfileChangeRequest,
): Promise<Profile> {
  return inTransaction(ctx, async (ctx) => {
    await lockCustomer(ctx);
    const profile = await findProfile(ctx);
    refuseOutdated(profile, isExpected);
    const { firstName, lastName, locale } = change;
    const data = {
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      ...(locale !== undefined && { locale }),
    };
    await ctx.db.prisma.user.update({ where: { id: profile.userId }, data });
    return { ...profile, ...data };
  });
}
