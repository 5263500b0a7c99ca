import type { AppErrorOptions, OutdatedError } from '../kernel/errors.ts';
import type { Shown } from '../kernel/route.ts';
import type { Profile, SavedAddress } from '../services/profile.service.ts';
import { etagOf, matchesEtag } from '../utils/etag.ts';
import type { profileSchema, savedAddressSchema } from '../validators/profile.validator.ts';

export function presentProfile(profile: Profile): Shown<typeof profileSchema> {
  const { id, email, isVerified, firstName, lastName, locale, groups, createdAt } = profile;
  return {
    id,
    email,
    emailVerified: isVerified,
    firstName,
    lastName,
    locale,
    groups: [...groups],
    createdAt: createdAt.toISOString(),
  };
}

/** The entity tag of a profile as it is shown. */
export function profileEtag(profile: Profile): string {
  return etagOf(JSON.stringify(presentProfile(profile)));
}

export function presentSavedAddress(saved: SavedAddress): Shown<typeof savedAddressSchema> {
  const { id, address, isDefaultShipping, isDefaultBilling, createdAt, updatedAt } = saved;
  return {
    id,
    address,
    isDefaultShipping,
    isDefaultBilling,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** The entity tag of an entry as it is shown. */
export function savedAddressEtag(saved: SavedAddress): string {
  return etagOf(JSON.stringify(presentSavedAddress(saved)));
}

/** Whether something is as `If-Match` names it; undefined where any will do. */
export function isNamedBy<Found>(
  ifMatch: string | undefined,
  etag: (found: Found) => string,
): ((found: Found) => boolean) | undefined {
  return ifMatch === undefined ? undefined : (found) => matchesEtag(ifMatch, etag(found));
}

/** What a refusal shows of the profile as it is now: its tag. */
export function presentOutdatedProfile({ current }: OutdatedError<Profile>): AppErrorOptions {
  return { headers: { ETag: profileEtag(current) } };
}

/** What a refusal shows of the entry as it is now: its tag. */
export function presentOutdatedAddress({ current }: OutdatedError<SavedAddress>): AppErrorOptions {
  return { headers: { ETag: savedAddressEtag(current) } };
}
