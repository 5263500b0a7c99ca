import type { Handlers } from '../kernel/route.ts';
import { presentDispute } from '../presenters/disputes.presenter.ts';
import type { disputeRoutes } from '../routes/disputes.routes.ts';
import type { DisputesService } from '../services/disputes.service.ts';
import { page } from '../utils/response.ts';

interface Services {
  disputes: DisputesService;
}

export function createDisputesController({ disputes }: Services): Handlers<typeof disputeRoutes> {
  return {
    async listDisputes(ctx, { query }) {
      const { rows, meta } = await disputes.list(ctx, query);
      return page(rows.map(presentDispute), meta);
    },
  };
}
