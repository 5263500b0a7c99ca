import { withDeps } from '../utils/withDeps.ts';
import { createCheckoutDriver, type CheckoutDriverDeps } from './recovery/checkouts.ts';
import { abandonWorkflow, retryWorkflow } from './recovery/decideWorkflow.ts';
import type { DrivingDeps } from './recovery/deps.ts';
import { createRefundDriver, type RefundDriverDeps } from './recovery/refunds.ts';
import { sweepWorkflows } from './recovery/sweepWorkflows.ts';

interface RecoveryDeps extends Omit<DrivingDeps, 'drivers'>, CheckoutDriverDeps, RefundDriverDeps {}

export type RecoveryService = ReturnType<typeof createRecoveryService>;

/** Resumes workflows that have stopped; depends on all services that they consist of. */
export function createRecoveryService(deps: RecoveryDeps) {
  const drivers = { checkout: createCheckoutDriver(deps), refund: createRefundDriver(deps) };
  return withDeps(
    { ...deps, drivers },
    { sweep: sweepWorkflows, retry: retryWorkflow, abandon: abandonWorkflow },
  );
}
