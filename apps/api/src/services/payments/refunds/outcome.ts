import type { TransferStatus } from './statements.ts';

/** What has become of a transfer. */
export interface Outcome {
  readonly status: TransferStatus;
  readonly providerId: string | null;
  readonly failure: string | null;
  /** Whether its money has gone back in another way, so that staff are not told that it failed. */
  readonly isNeedless?: boolean;
}
