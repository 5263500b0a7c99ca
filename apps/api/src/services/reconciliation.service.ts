import { isDatabaseUnavailable, isTimeout } from '../db/errors.ts';
import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { Unavailable } from '../utils/unavailable.ts';
import type { DisputesService } from './disputes.service.ts';
import type { PaymentsService, Span } from './payments.service.ts';
import {
  decided,
  type Comparison,
  type Difference,
  type DifferenceKind,
} from './reconciliation/compare.ts';
import { compare, differencesOf } from './reconciliation/differences.ts';
import {
  finishRun,
  insertRun,
  noteProgress,
  selectLastRun,
  STRIPE,
} from './reconciliation/statements.ts';

/** A difference, and what was done about it; as it is kept in `reconciliations.findings`. */
export interface ReconciliationFinding {
  readonly kind: DifferenceKind;
  readonly providerId: string;
  readonly paymentId: string | null;
  readonly orderId: string | null;
  /** "none": it was only looked at. */
  readonly action: 'repaired' | 'needs_person' | 'none';
  readonly detail: string;
}

/** What a run came to. */
export interface ReconciliationReport {
  readonly since: Date;
  readonly examined: number;
  /** Payments of another system on the same account. */
  readonly foreign: number;
  /** The provider's fees that were written to their payments' ledgers, or would be. */
  readonly fees: number;
  readonly findings: readonly ReconciliationFinding[];
}

export interface ReconciliationOptions {
  /** How far back every run looks, however short ago the last one was. */
  windowDays?: number;
  /** What is younger may have its webhook still on the way, and is left to the next run. Seconds. */
  settleSeconds?: number;
  /** Of the provider's pages. */
  pageSize?: number;
}

export interface ReconciliationDependencies {
  payments: PaymentsService;
  disputes: DisputesService;
  options?: ReconciliationOptions;
}

const DAY_MS = 86_400_000;
/** However long no run was finished: what is older is for a person with the provider's exports. */
const MAX_WINDOW_MS = 30 * DAY_MS;
/** A run begins this long before the last one began. */
const OVERLAP_MS = 3_600_000;

export type ReconciliationService = ReturnType<typeof createReconciliationService>;

/** Compares our books with Stripe's and puts ours right, where a webhook was lost or we broke down. */
export function createReconciliationService({
  payments,
  disputes,
  options: { windowDays = 3, settleSeconds = 300, pageSize } = {},
}: ReconciliationDependencies) {
  /** From the window's beginning, or from the last run that was finished when that is longer ago. */
  async function spanOf(ctx: Context): Promise<Span> {
    const now = Date.now();
    const [last] = await ctx.db.query(selectLastRun, [STRIPE]);
    const lastBegan = (last?.startedAt.getTime() ?? now) - OVERLAP_MS;
    const from = Math.max(Math.min(now - windowDays * DAY_MS, lastBegan), now - MAX_WINDOW_MS);
    const to = new Date(now - settleSeconds * 1000);
    return { from: new Date(from), to, ...(pageSize !== undefined && { pageSize }) };
  }

  /** Tells the shop what the provider says, by the way that a webhook takes. */
  async function repair(ctx: Context, difference: Difference): Promise<ReconciliationFinding> {
    const { kind, seen, providerId } = difference;
    const asStripe: Context = { ...ctx, actor: { kind: 'system', id: 'stripe' } };
    try {
      if (kind === 'missed_refund') {
        await payments.syncRefund(asStripe, STRIPE, providerId);
        return findingOf(difference, 'repaired');
      }
      if (kind === 'missed_dispute') {
        const agrees = await disputes.sync(asStripe, providerId);
        return findingOf(difference, agrees ? 'repaired' : 'needs_person');
      }
      if (!seen || kind === 'unknown_money' || kind === 'missing_money') {
        return findingOf(difference, 'needs_person');
      }
      if (isOpenThereAlone(difference)) await payments.endThere(asStripe, STRIPE, providerId);
      else await payments.complete(asStripe, seen);
      const left = await differencesOf(ctx, [seen]);
      return findingOf(difference, left.length === 0 ? 'repaired' : 'needs_person');
    } catch (error) {
      if (mayPass(error)) throw error;
      const why = error instanceof Error ? error.message : String(error);
      return findingOf(difference, 'needs_person', `; refused: ${why}`);
    }
  }

  /** @returns how many of them are new: another run may have been quicker. */
  async function recordFees(ctx: Context, { fees = [] }: Comparison): Promise<number> {
    let recorded = 0;
    for (const fee of fees) if (await payments.recordFee(ctx, fee)) recorded += 1;
    return recorded;
  }

  return {
    /**
     * Compares without changing anything.
     * @throws {Unavailable}
     */
    async inspect(ctx: Context): Promise<ReconciliationReport> {
      const span = await spanOf(ctx);
      const report = { since: span.from, examined: 0, foreign: 0, fees: 0 };
      const findings: ReconciliationFinding[] = [];
      for await (const batch of compare(ctx, { payments, disputes }, span)) {
        const { examined, foreign, differences, fees = [] } = batch;
        report.examined += examined;
        report.foreign += foreign;
        report.fees += fees.length;
        findings.push(...differences.map((difference) => findingOf(difference, 'none')));
      }
      return { ...report, findings };
    },

    /**
     * Compares and repairs, and writes down how far it has come and what it found. One difference
     * that cannot be repaired does not keep it from the next.
     * @throws {Unavailable} in the middle: the run stays unfinished, and the next one begins
     *   where the last finished one did.
     */
    async run(ctx: Context): Promise<ReconciliationReport> {
      const span = await spanOf(ctx);
      const id = newId('reconciliation');
      await ctx.db.execute(insertRun, [id, STRIPE, span.from]);
      const report = { since: span.from, examined: 0, foreign: 0, fees: 0 };
      const findings: ReconciliationFinding[] = [];
      const summary = () => [id, report.examined, JSON.stringify(findings), report.fees];
      for await (const batch of compare(ctx, { payments, disputes }, span)) {
        const { examined, foreign, differences } = batch;
        report.examined += examined;
        report.foreign += foreign;
        for (const difference of differences) findings.push(await repair(ctx, difference));
        report.fees += await recordFees(ctx, batch);
        await ctx.db.execute(noteProgress, summary());
      }
      await ctx.db.execute(finishRun, summary());
      return { ...report, findings };
    },
  };
}

/** Canceled here before Stripe's answer told its id; nobody has its secret, and nobody shall pay it. */
function isOpenThereAlone({ kind, booked, seen }: Difference): boolean {
  const isOpen = seen !== undefined && !decided.has(seen.status);
  return kind === 'missing_id' && booked?.status === 'canceled' && isOpen;
}

/** The run is broken off and the next one begins anew; what is found then is not a person's to settle. */
function mayPass(error: unknown): boolean {
  return error instanceof Unavailable || isDatabaseUnavailable(error) || isTimeout(error);
}

function findingOf(
  { kind, providerId, booked, detail }: Difference,
  action: ReconciliationFinding['action'],
  more = '',
): ReconciliationFinding {
  return {
    kind,
    providerId,
    paymentId: booked?.id ?? null,
    orderId: booked?.orderId ?? null,
    action,
    detail: detail + more,
  };
}
