import type { Handlers } from '../kernel/route.ts';
import { presentStaffMember } from '../presenters/staff.presenter.ts';
import type { staffRoutes } from '../routes/staff.routes.ts';
import type { StaffService } from '../services/staff.service.ts';
import { ok, page } from '../utils/response.ts';

interface Services {
  staff: StaffService;
}

export function createStaffController({ staff }: Services): Handlers<typeof staffRoutes> {
  return {
    async listStaff(ctx, { query }) {
      const { rows, meta } = await staff.list(ctx, query);
      return page(rows.map(presentStaffMember), meta);
    },

    async getStaffMember(ctx, { params }) {
      return ok(presentStaffMember(await staff.get(ctx, params.userId)));
    },

    async grantRole(ctx, { params: { userId, roleId }, body }) {
      return ok(presentStaffMember(await staff.grant(ctx, userId, { roleId, ...body })));
    },

    async revokeRole(ctx, { params: { userId, roleId } }) {
      return ok(presentStaffMember(await staff.revoke(ctx, userId, roleId)));
    },

    async disableStaffMember(ctx, { params, body }) {
      return ok(presentStaffMember(await staff.disable(ctx, params.userId, body.reason)));
    },

    async resetStaffFactors(ctx, { params, body }) {
      return ok(presentStaffMember(await staff.resetFactors(ctx, params.userId, body.reason)));
    },

    async enableStaffMember(ctx, { params, body }) {
      return ok(presentStaffMember(await staff.enable(ctx, params.userId, body.reason)));
    },
  };
}
