import type { AllocationStatus } from '../../../domains/refunds.enums.ts';

/** The outcome of an allocation. */
export interface Outcome {
  readonly status: AllocationStatus;
  readonly providerId: string | null;
  readonly failure: string | null;
  /** Whether its money has gone back in another way, so that staff are not told that it failed. */
  readonly isNeedless?: boolean;
}
