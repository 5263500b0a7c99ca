import type { DisputeStage } from '../payments.service.ts';

/**
 * Stripe's statuses, by what they mean for the money (https://docs.stripe.com/disputes/how-disputes-work).
 * An inquiry ("warning") and what was prevented take none.
 */
const stages: Readonly<Record<string, DisputeStage | 'none'>> = {
  warning_needs_response: 'none',
  warning_under_review: 'none',
  warning_closed: 'none',
  prevented: 'none',
  needs_response: 'open',
  under_review: 'open',
  appeal_needs_response: 'lost',
  appeal_under_review: 'lost',
  lost: 'lost',
  won: 'won',
};

/** What a status means for the money. @throws for an unknown status. */
export function stageOf(status: string): DisputeStage | 'none' {
  const stage = stages[status];
  if (!stage) throw new Error(`A dispute is "${status}", which is unknown`);
  return stage;
}

/** Nothing comes after these; `lost` may be appealed. */
const final: ReadonlySet<string> = new Set(['won', 'warning_closed', 'prevented']);

export const isClosed = (status: string): boolean => final.has(status) || status === 'lost';

/** Whether a dispute in a status may be in another later: an old reading must not undo a decision. */
export function mayFollow(from: string, to: string): boolean {
  if (final.has(from)) return false;
  return stageOf(from) !== 'lost' || ['lost', 'won'].includes(stageOf(to));
}
