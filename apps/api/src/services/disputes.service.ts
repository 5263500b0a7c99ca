import type { DisputeState } from '../domains/disputes.enums.ts';
import type { Context } from '../kernel/context.ts';
import { readIdPage, type IdListQuery } from '../utils/page.ts';
import { findDisputes } from './disputes/findDisputes.ts';
import { syncDispute, type DisputeDeps } from './disputes/syncDispute.ts';

export type { Dispute } from './disputes/statements.ts';

interface DisputeQuery extends IdListQuery {
  readonly state?: DisputeState | undefined;
}

interface DisputesDeps extends DisputeDeps {
  /** Signs the cursors of the list. */
  cursorSecret: string;
}

export type DisputesService = ReturnType<typeof createDisputesService>;

/** Disputes: a customer's bank takes a payment back until the shop has shown that it was right. */
export function createDisputesService({ cursorSecret, ...deps }: DisputesDeps) {
  return {
    /** See {@link syncDispute}. */
    sync: (ctx: Context, provider: string, disputeId: string): Promise<boolean> =>
      syncDispute(deps, ctx, provider, disputeId),

    /** Newest first. @throws {AppError} invalid_cursor */
    list: (ctx: Context, query: DisputeQuery) =>
      readIdPage({ secret: cursorSecret, name: 'disputes' }, query, (range) =>
        findDisputes(ctx, range, query.state),
      ),
  };
}
