import type { Context } from '../kernel/context.ts';
import type { ReconciliationDeps } from './reconciliation/reconcilePayments.ts';
import type { ReconciliationReport } from './reconciliation/report.ts';

export type { ReconciliationReport } from './reconciliation/report.ts';
export type { ReconciliationOptions } from './reconciliation/span.ts';

export type ReconciliationService = ReturnType<typeof createReconciliationService>;

/**
 * Compares payments, refunds and disputes with each provider's and repairs ours, where a webhook was
 * lost or a process broke down. Only a worker that does it loads it.
 */
export function createReconciliationService(deps: ReconciliationDeps) {
  return {
    /** Says what a run would repair. @throws {Unavailable} */
    async inspect(ctx: Context): Promise<ReconciliationReport> {
      const { inspectPayments } = await import('./reconciliation/inspectPayments.ts');
      return await inspectPayments(deps, ctx);
    },

    /**
     * Repairs what differs.
     * @throws {Unavailable} in the middle: the next run begins where the last finished one did.
     */
    async run(ctx: Context): Promise<ReconciliationReport> {
      const { reconcilePayments } = await import('./reconciliation/reconcilePayments.ts');
      return await reconcilePayments(deps, ctx);
    },
  };
}
