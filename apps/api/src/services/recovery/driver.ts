import type { Claim } from '../../kernel/idempotencyClaim.ts';
import type { Context } from '../../kernel/context.ts';

/**
 * What came of looking after a workflow: it was driven on (whether it moved is seen in its row), it
 * waits rightly and for long, or nothing but a person can help.
 */
export type Progress =
  | { readonly kind: 'driven' }
  | { readonly kind: 'waits'; readonly seconds: number }
  | { readonly kind: 'unrecoverable'; readonly why: string };

/** How to resume or compensate one kind of workflow. Each may be called any number of times. */
export interface Driver {
  /** Goes on from where it stands. */
  drive(ctx: Context, subjectId: string): Promise<Progress>;
  /** The same on the word of a person, also of what has failed. */
  resume(ctx: Context, subjectId: string): Promise<Progress>;
  /**
   * Takes back what it has done.
   * @param claim holds the request's key in the transaction of the effect.
   * @throws {AppError} state_conflict when it cannot be taken back.
   */
  compensate(ctx: Context, subjectId: string, reason: string, claim: Claim): Promise<void>;
}
