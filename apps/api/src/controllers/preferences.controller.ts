import { AppError } from '../kernel/errors.ts';
import { requireIdentity } from '../kernel/identity.ts';
import type { Handlers } from '../kernel/route.ts';
import {
  presentPreferences,
  presentStaffSession,
  presentView,
  staffSessionEtag,
  type WorkSettings,
} from '../presenters/preferences.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { preferenceRoutes } from '../routes/preferences.routes.ts';
import type { PreferencesService } from '../services/preferences.service.ts';
import type { ShopService } from '../services/shop.service.ts';
import type { StaffMember, StaffService } from '../services/staff.service.ts';
import { created, ok, page, tagged } from '../utils/response.ts';

interface Services {
  preferences: PreferencesService;
  shop: Pick<ShopService, 'profile'>;
  staff: Pick<StaffService, 'get'>;
}

export function createPreferencesController(
  { preferences, shop, staff }: Services,
  settings: WorkSettings,
): Handlers<typeof preferenceRoutes> {
  return {
    async getStaffSession(ctx) {
      const identity = requireIdentity(ctx);
      const session = presentStaffSession({
        identity,
        member: await memberOf(staff.get(ctx, identity.userId)),
        shop: await shop.profile(ctx),
        preferences: await preferences.get(ctx, identity.userId),
        settings,
      });
      return tagged(ok(session), staffSessionEtag(session));
    },

    async getPreferences(ctx) {
      return ok(presentPreferences(await preferences.get(ctx, requireIdentity(ctx).userId)));
    },

    async setPreferences(ctx, { body }) {
      const { userId } = requireIdentity(ctx);
      return ok(presentPreferences(await preferences.set(ctx, userId, body.settings)));
    },

    async listViews(ctx, { query }) {
      const { userId } = requireIdentity(ctx);
      const { rows, meta } = await preferences.listViews(ctx, { ...query, userId });
      return page(
        rows.map((view) => presentView(view, userId)),
        meta,
      );
    },

    async createView(ctx, { body }) {
      const { userId } = requireIdentity(ctx);
      const view = await preferences.createView(ctx, userId, body);
      return created(presentView(view, userId), `${API_BASE}/admin/views`);
    },

    async changeView(ctx, { params, body }) {
      const { userId } = requireIdentity(ctx);
      const view = await preferences.changeView(ctx, { id: params.viewId, userId }, body);
      return ok(presentView(view, userId));
    },

    async deleteView(ctx, { params }) {
      const { userId } = requireIdentity(ctx);
      const view = await preferences.deleteView(ctx, { id: params.viewId, userId });
      return ok(presentView(view, userId));
    },
  };
}

/** @throws {AppError} forbidden for someone whose last role was revoked a moment ago. */
async function memberOf(found: Promise<StaffMember>): Promise<StaffMember> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw new AppError('forbidden', 'This requires a role of staff.', { cause: error });
  }
}
