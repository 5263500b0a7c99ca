import { withDeps } from '../utils/withDeps.ts';
import { inspectBooks } from './reconciliation/inspectBooks.ts';
import { reconcileBooks, type ReconciliationDeps } from './reconciliation/reconcileBooks.ts';

export type { ReconciliationReport } from './reconciliation/report.ts';
export type { ReconciliationOptions } from './reconciliation/span.ts';

export type ReconciliationService = ReturnType<typeof createReconciliationService>;

/** Compares the books with each provider's and puts them right, where a webhook was lost or a process broke down. */
export function createReconciliationService(deps: ReconciliationDeps) {
  return withDeps(deps, { inspect: inspectBooks, run: reconcileBooks });
}
