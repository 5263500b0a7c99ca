import { withDeps } from '../utils/withDeps.ts';
import { inspectPayments } from './reconciliation/inspectPayments.ts';
import { reconcilePayments, type ReconciliationDeps } from './reconciliation/reconcilePayments.ts';

export type { ReconciliationReport } from './reconciliation/report.ts';
export type { ReconciliationOptions } from './reconciliation/span.ts';

export type ReconciliationService = ReturnType<typeof createReconciliationService>;

/** Compares payments, refunds and disputes with each provider's and repairs ours, where a webhook was lost or a process broke down. */
export function createReconciliationService(deps: ReconciliationDeps) {
  return withDeps(deps, { inspect: inspectPayments, run: reconcilePayments });
}
