import type { Handlers } from '../kernel/route.ts';
import {
  groupEtag,
  isGroupOf,
  presentGroup,
  presentOutdatedGroup,
} from '../presenters/customerGroups.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { customerGroupRoutes } from '../routes/customerGroups.routes.ts';
import type { CustomerGroup, CustomerGroupsService } from '../services/customerGroups.service.ts';
import { accepted, created, ok, page, showingCurrent, tagged } from '../utils/response.ts';

interface Services {
  customerGroups: CustomerGroupsService;
}

const show = (group: CustomerGroup) => tagged(ok(presentGroup(group)), groupEtag(group));

export function createCustomerGroupsController({
  customerGroups: groups,
}: Services): Handlers<typeof customerGroupRoutes> {
  return {
    async listCustomerGroups(ctx, { query }) {
      const { rows, meta } = await groups.list(ctx, query);
      return page(rows.map(presentGroup), meta);
    },

    async createCustomerGroup(ctx, { body }) {
      const group = await groups.create(ctx, body);
      const address = `${API_BASE}/admin/customer-groups/${group.id}`;
      return tagged(created(presentGroup(group), address), groupEtag(group));
    },

    async getCustomerGroup(ctx, { params }) {
      return show(await groups.get(ctx, params.groupId));
    },

    async changeCustomerGroup(ctx, { params, headers, body }) {
      const change = { ...body, isExpected: isGroupOf(headers['if-match']) };
      const changed = groups.change(ctx, params.groupId, change);
      return show(await showingCurrent(changed, presentOutdatedGroup));
    },

    async deleteCustomerGroup(ctx, { params }) {
      return ok(presentGroup(await groups.remove(ctx, params.groupId)));
    },

    async addCustomerToGroup(ctx, { params: { groupId, customerId } }) {
      return show(await groups.addMember(ctx, groupId, customerId));
    },

    async removeCustomerFromGroup(ctx, { params: { groupId, customerId } }) {
      return show(await groups.removeMember(ctx, groupId, customerId));
    },

    async refreshCustomerGroup(ctx, { params }) {
      return accepted(presentGroup(await groups.requestRefresh(ctx, params.groupId)));
    },
  };
}
