import type { Handlers } from '../kernel/route.ts';
import type { disputeRoutes } from '../routes/disputes.routes.ts';
import type { DisputesService } from '../services/disputes.service.ts';

interface Services {
  disputes: DisputesService;
}

export function createDisputesController({ disputes }: Services): Handlers<typeof disputeRoutes> {
  return {
    async listDisputes(ctx, { query }) {
      const { rows, meta, headers } = await disputes.list(ctx, query);
      return { status: 200, data: rows.map((row) => disputes.represent(row)), meta, headers };
    },
  };
}
