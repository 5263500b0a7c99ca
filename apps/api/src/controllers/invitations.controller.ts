import type { Handlers } from '../kernel/route.ts';
import { presentInvitation } from '../presenters/invitations.presenter.ts';
import { presentStaffMember } from '../presenters/staff.presenter.ts';
import { API_BASE } from '../routes/base.ts';
import type { invitationRoutes } from '../routes/invitations.routes.ts';
import type { InvitationsService } from '../services/invitations.service.ts';
import { created, ok, page } from '../utils/response.ts';

interface Services {
  invitations: InvitationsService;
}

export function createInvitationsController({
  invitations,
}: Services): Handlers<typeof invitationRoutes> {
  return {
    async listInvitations(ctx, { query }) {
      const { rows, meta } = await invitations.list(ctx, query);
      return page(rows.map(presentInvitation), meta);
    },

    async createInvitation(ctx, { body }) {
      const made = await invitations.invite(ctx, body);
      return created(presentInvitation(made), `${API_BASE}/admin/invitations/${made.id}`);
    },

    async getInvitation(ctx, { params }) {
      return ok(presentInvitation(await invitations.get(ctx, params.invitationId)));
    },

    async resendInvitation(ctx, { params }) {
      return ok(presentInvitation(await invitations.resend(ctx, params.invitationId)));
    },

    async revokeInvitation(ctx, { params, body }) {
      const { invitationId } = params;
      return ok(presentInvitation(await invitations.revoke(ctx, invitationId, body.reason)));
    },

    async acceptInvitation(ctx, { body }) {
      const userId = ctx.identity?.userId;
      const { member, isNew } = await invitations.accept(ctx, { ...body, userId });
      return ok({ member: presentStaffMember(member), isNew });
    },
  };
}
