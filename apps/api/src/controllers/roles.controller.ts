import type { Handlers, Route } from '../kernel/route.ts';
import {
  isRoleOf,
  presentOutdatedRole,
  presentPermissions,
  presentRole,
  roleEtag,
} from '../presenters/roles.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { roleRoutes } from '../routes/roles.routes.ts';
import type { Role, RolesService } from '../services/roles.service.ts';
import { created, ok, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  roles: RolesService;
  /** Every route of the API. */
  allRoutes: () => readonly Route[];
}

const show = (role: Role) => tagged(ok(presentRole(role)), roleEtag(role));

export function createRolesController({ roles, allRoutes }: Services): Handlers<typeof roleRoutes> {
  return {
    listPermissions: () => Promise.resolve(ok(presentPermissions(allRoutes()))),

    async listRoles(ctx) {
      return ok((await roles.list(ctx)).map(presentRole));
    },

    async createRole(ctx, { body }) {
      const role = await roles.create(ctx, body);
      return tagged(
        created(presentRole(role), `${API_BASE}/admin/roles/${role.id}`),
        roleEtag(role),
      );
    },

    async getRole(ctx, { params }) {
      return show(await roles.get(ctx, params.roleId));
    },

    async changeRole(ctx, { params, headers, body }) {
      const request = { change: body, isExpected: isRoleOf(headers['if-match']) };
      const changed = roles.change(ctx, params.roleId, request);
      return show(await showingCurrent(changed, presentOutdatedRole));
    },

    async deleteRole(ctx, { params }) {
      return ok(presentRole(await roles.remove(ctx, params.roleId)));
    },
  };
}
