import type { DisputeStanding } from '../../ports/paymentProvider.ts';

/** Whether a dispute may go from one standing to another: an old reading must not undo a decision. */
export function canFollow(from: DisputeStanding, to: DisputeStanding): boolean {
  if (from.isFinal) return false;
  return from.stage !== 'lost' || to.stage === 'lost' || to.stage === 'won';
}
