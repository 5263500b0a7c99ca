import type { Identity } from '../kernel/identity.ts';
import type { Shown } from '../kernel/route.ts';
import type { Preferences, View } from '../services/preferences.service.ts';
import type { ShopProfile } from '../services/shop.service.ts';
import type { StaffMember } from '../services/staff.service.ts';
import { etagOf } from '../utils/etag.ts';
import type {
  preferencesSchema,
  staffSessionSchema,
  viewSchema,
} from '../validators/preferences.validator.ts';

export function presentPreferences({
  settings,
  updatedAt,
}: Preferences): Shown<typeof preferencesSchema> {
  return { settings, updatedAt: updatedAt?.toISOString() ?? null };
}

/** @param userId who looks at it. */
export function presentView(
  { userId: ownerId, createdAt, updatedAt, ...view }: View,
  userId: string,
): Shown<typeof viewSchema> {
  return {
    ...view,
    isOwn: ownerId === userId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

type ShownSession = Shown<typeof staffSessionSchema>;

/** What the configuration tells the staff's programs. */
export interface WorkSettings {
  readonly locale: string;
  readonly stepUpMinutes: number;
}

interface StaffSession {
  readonly identity: Identity;
  readonly member: StaffMember;
  readonly shop: ShopProfile;
  readonly preferences: Preferences;
  readonly settings: WorkSettings;
}

export function presentStaffSession({
  identity,
  member,
  shop,
  preferences,
  settings,
}: StaffSession): ShownSession {
  const { id, email, firstName, lastName } = member;
  return {
    user: { id, email, firstName, lastName },
    roles: member.roles.map(({ name }) => name),
    permissions: member.permissions,
    session: {
      id: identity.sessionId,
      authenticatedAt: identity.authenticatedAt.toISOString(),
      factorAt: identity.factorAt?.toISOString() ?? null,
      hasFactor: identity.hasFactor,
      factorDueAt: identity.factorDueAt?.toISOString() ?? null,
    },
    settings: {
      shopName: shop.name,
      defaultCurrency: shop.currency,
      currencies: shop.currencies,
      defaultCountry: shop.country,
      ...settings,
    },
    preferences: preferences.settings,
  };
}

/** The entity tag of a session as it is shown. */
export const staffSessionEtag = (session: ShownSession) => etagOf(JSON.stringify(session));
