import type { DisputesService } from '../services/disputes.service.ts';
import type { Reply } from '../kernel/reply.ts';
import type { RequestContext } from '../kernel/route.ts';
import type { DisputeListQuery } from '../validators/disputes.validator.ts';

export type DisputesController = ReturnType<typeof createDisputesController>;

export function createDisputesController({ disputes }: { disputes: DisputesService }) {
  return {
    async list({ query }: { query: DisputeListQuery }, ctx: RequestContext): Promise<Reply> {
      const { rows, meta, headers } = await disputes.list(ctx, query);
      return { status: 200, data: rows.map((row) => disputes.represent(row)), meta, headers };
    },
  };
}
