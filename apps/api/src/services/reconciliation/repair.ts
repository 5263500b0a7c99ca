import { isDatabaseUnavailable, isTimeout } from '../../db/errors.ts';
import type { Context } from '../../kernel/context.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import { Unavailable } from '../../utils/unavailable.ts';
import type { DisputesService } from '../disputes.service.ts';
import type { PaymentsService } from '../payments.service.ts';
import { finalStatuses, type Difference, type DifferenceKind } from './compare.ts';
import { differencesOf } from './differences.ts';

/** A difference, and what was done about it; as it is kept in `reconciliations.findings`. */
export interface ReconciliationFinding {
  readonly kind: DifferenceKind;
  readonly provider: string;
  readonly providerId: string;
  readonly paymentId: string | null;
  readonly orderId: string | null;
  /** "none": it was only looked at. */
  readonly action: 'repaired' | 'needs_person' | 'none';
  readonly detail: string;
}

export interface RepairDeps {
  payments: PaymentsService;
  disputes: DisputesService;
}

/**
 * Applies what the provider says, by the way that a webhook takes.
 * @throws {Unavailable} and what else may pass: the run is broken off, and staff are not called.
 */
export async function repair(
  { payments, disputes }: RepairDeps,
  ctx: Context,
  remote: RemoteProvider,
  difference: Difference,
): Promise<ReconciliationFinding> {
  const { kind, seen, providerId } = difference;
  const { name: provider } = remote;
  const found = (action: ReconciliationFinding['action'], more?: string) =>
    findingOf(provider, difference, action, more);
  const asProvider: Context = { ...ctx, actor: { kind: 'provider', id: provider } };
  try {
    if (kind === 'missed_refund') {
      await payments.syncRefund(asProvider, provider, providerId);
      return found('repaired');
    }
    if (kind === 'missed_dispute') {
      const agrees = await disputes.sync(asProvider, provider, providerId);
      return found(agrees ? 'repaired' : 'needs_person');
    }
    if (!seen || kind === 'unknown_money' || kind === 'missing_money') return found('needs_person');
    if (isOpenThereAlone(difference)) await payments.cancelRemote(asProvider, provider, providerId);
    else await payments.applyUpdate(asProvider, seen);
    const left = await differencesOf(ctx, remote, [seen]);
    return found(left.length === 0 ? 'repaired' : 'needs_person');
  } catch (error) {
    if (isTemporary(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return found('needs_person', `; refused: ${why}`);
  }
}

export function findingOf(
  provider: string,
  { kind, providerId, stored, detail }: Difference,
  action: ReconciliationFinding['action'],
  more = '',
): ReconciliationFinding {
  return {
    kind,
    provider,
    providerId,
    paymentId: stored?.id ?? null,
    orderId: stored?.orderId ?? null,
    action,
    detail: detail + more,
  };
}

/** Canceled here before the provider's answer told its id; no one has its secret, and no one is to pay it. */
function isOpenThereAlone({ kind, stored, seen }: Difference): boolean {
  const isOpen = seen !== undefined && !finalStatuses.has(seen.status);
  return kind === 'missing_id' && stored?.status === 'canceled' && isOpen;
}

function isTemporary(error: unknown): boolean {
  return error instanceof Unavailable || isDatabaseUnavailable(error) || isTimeout(error);
}
