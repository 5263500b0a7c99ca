import type { RemotePayment } from '../../ports/paymentProvider.ts';
import type { FeeToRecord } from '../payments.service.ts';
import type { StoredPayment } from './statements.ts';

/**
 * What our records and the provider's do not agree on.
 * - `missed_update`: it was paid, authorized or canceled, and no one told us.
 * - `missing_id`: ours, begun before we could write down what it is called there.
 * - `unknown_money`: money for a payment that we do not have, though it carries our mark.
 * - `missing_money`: money in our ledger that the provider knows nothing of.
 * - `missed_refund`: it went back, or failed to, and no one told us; `providerId` is the refund's.
 * - `missed_dispute`: it is disputed, or that was decided, and no one told us; `providerId` is the
 *   dispute's.
 */
export type DifferenceKind =
  | 'missed_update'
  | 'missing_id'
  | 'unknown_money'
  | 'missing_money'
  | 'missed_refund'
  | 'missed_dispute';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly providerId: string;
  /** Missing where there is no such payment. */
  readonly stored?: StoredPayment;
  /** Missing where the provider has no such payment. */
  readonly seen?: RemotePayment;
  /** Both sides, in words. */
  readonly detail: string;
}

/** What one batch came to. */
export interface Comparison {
  /** Payments, refunds or disputes of the provider's that were looked at, another system's included. */
  readonly examined: number;
  /** Another system's, on the same account. */
  readonly foreign: number;
  readonly differences: readonly Difference[];
  /** The provider's fees that are not in our ledgers yet. */
  readonly fees?: readonly FeeToRecord[];
}

/** The states that last. Others pass, and what comes of them is told or found the next time. */
export const finalStatuses: ReadonlySet<string> = new Set(['succeeded', 'authorized', 'canceled']);

/** Compares a payment that carries our mark with ours. @returns nothing where they agree. */
export function differenceOf(
  seen: RemotePayment,
  byProviderId: StoredPayment | undefined,
  byOurId: StoredPayment | undefined,
): Difference | undefined {
  const { providerId } = seen;
  const there = `${seen.status} with ${seen.captured.amount} ${seen.captured.currency} there`;
  if (byProviderId) {
    const { status, captured } = byProviderId;
    const agrees = status === seen.status && captured === seen.captured.amount;
    const isMoney = captured !== seen.captured.amount;
    if (agrees || !(isMoney || finalStatuses.has(seen.status))) return undefined;
    const kind = captured > seen.captured.amount ? 'missing_money' : 'missed_update';
    const detail = `${status} with ${captured} here, ${there}`;
    return { kind, providerId, stored: byProviderId, seen, detail };
  }
  if (byOurId?.providerId === null) {
    const detail = `${byOurId.status} without an id here, ${there}`;
    return { kind: 'missing_id', providerId, stored: byOurId, seen, detail };
  }
  // A second one for the same payment, or one of a payment that is lost to us: it matters when it
  // has money.
  if (seen.captured.amount === 0) return undefined;
  const stored = byOurId && { stored: byOurId };
  return { kind: 'unknown_money', providerId, seen, detail: there, ...stored };
}
