import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';

/**
 * The outcome of resuming a workflow: it was driven (its row shows whether it moved), it waits for an
 * outside party, or only staff can help.
 */
export type Progress =
  | { readonly kind: 'driven' }
  | { readonly kind: 'waits'; readonly seconds: number }
  | { readonly kind: 'unrecoverable'; readonly why: string };

/** What staff decide about a workflow, with their reason. */
export interface Decision {
  readonly reason: string;
  /** Holds the request's key in the transaction of the effect. */
  readonly claim: Claim;
}

/** How to resume or compensate one kind of workflow. Each may be called any number of times. */
export interface Driver {
  /** Continues from the current step. */
  drive(ctx: Context, subjectId: string): Promise<Progress>;
  /** The same at the request of staff; also retries what has failed. */
  resume(ctx: Context, subjectId: string): Promise<Progress>;
  /**
   * Undoes what it has done.
   * @throws {AppError} state_conflict when it cannot be undone.
   */
  compensate(ctx: Context, subjectId: string, decision: Decision): Promise<void>;
}
