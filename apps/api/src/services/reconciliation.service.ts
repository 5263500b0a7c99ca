import type { Context } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import type { RemoteProvider, Span } from '../ports/paymentProvider.ts';
import type { Comparison } from './reconciliation/compare.ts';
import { compare } from './reconciliation/differences.ts';
import {
  findingOf,
  repair,
  type ReconciliationFinding,
  type RepairDeps,
} from './reconciliation/repair.ts';
import {
  finishRun,
  insertRun,
  selectLastRun,
  updateProgress,
} from './reconciliation/statements.ts';

export type { ReconciliationFinding } from './reconciliation/repair.ts';

/** What a run came to. */
export interface ReconciliationReport {
  /** Of several providers the earliest. */
  readonly since: Date;
  readonly examined: number;
  /** Payments of another system on the same account. */
  readonly foreign: number;
  /** The providers' fees that were written to their payments' ledgers, or would be. */
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

export interface ReconciliationDeps extends RepairDeps {
  options?: ReconciliationOptions;
}

const DAY_MS = 86_400_000;
/** However long no run was finished: what is older is for a person with the provider's exports. */
const MAX_WINDOW_MS = 30 * DAY_MS;
/** A run begins this long before the last one began. */
const OVERLAP_MS = 3_600_000;

export type ReconciliationService = ReturnType<typeof createReconciliationService>;

/** Compares the books with each provider's and puts them right, where a webhook was lost or a process broke down. */
export function createReconciliationService({ options, ...deps }: ReconciliationDeps) {
  const { remotes } = deps.payments;

  return {
    /**
     * Compares without changing anything.
     * @throws {Unavailable}
     */
    async inspect(ctx: Context): Promise<ReconciliationReport> {
      const reports: ReconciliationReport[] = [];
      for (const remote of remotes) reports.push(await inspect(ctx, remote, options));
      return sumOf(reports);
    },

    /**
     * Compares and repairs, and records how far it has come and what it found. One difference that
     * cannot be repaired does not keep it from the next, nor does an unavailable provider stop the next.
     * @throws {Unavailable} in the middle: the provider's run stays unfinished, and its next one
     *   begins where the last finished one did.
     */
    async run(ctx: Context): Promise<ReconciliationReport> {
      const reports: ReconciliationReport[] = [];
      const failures: unknown[] = [];
      for (const remote of remotes) {
        await reconcile(deps, ctx, remote, options).then(
          (report) => reports.push(report),
          (error: unknown) => failures.push(error),
        );
      }
      if (failures.length > 0) throw failures[0];
      return sumOf(reports);
    },
  };
}

async function inspect(
  ctx: Context,
  remote: RemoteProvider,
  options?: ReconciliationOptions,
): Promise<ReconciliationReport> {
  const span = await spanOf(ctx, remote, options);
  const report = { since: span.from, examined: 0, foreign: 0, fees: 0 };
  const findings: ReconciliationFinding[] = [];
  for await (const { examined, foreign, differences, fees = [] } of compare(ctx, remote, span)) {
    report.examined += examined;
    report.foreign += foreign;
    report.fees += fees.length;
    for (const difference of differences) {
      findings.push(findingOf(remote.name, difference, 'none'));
    }
  }
  return { ...report, findings };
}

async function reconcile(
  deps: RepairDeps,
  ctx: Context,
  remote: RemoteProvider,
  options?: ReconciliationOptions,
): Promise<ReconciliationReport> {
  const span = await spanOf(ctx, remote, options);
  const id = newId('reconciliation');
  await ctx.db.execute(insertRun, { id, provider: remote.name, since: span.from });
  const report = { since: span.from, examined: 0, foreign: 0, fees: 0 };
  const findings: ReconciliationFinding[] = [];
  const summary = () => ({
    id,
    examined: report.examined,
    findings: JSON.stringify(findings),
    fees: report.fees,
  });
  for await (const batch of compare(ctx, remote, span)) {
    report.examined += batch.examined;
    report.foreign += batch.foreign;
    for (const difference of batch.differences) {
      findings.push(await repair(deps, ctx, remote, difference));
    }
    report.fees += await recordFees(deps, ctx, batch);
    await ctx.db.execute(updateProgress, summary());
  }
  await ctx.db.execute(finishRun, summary());
  return { ...report, findings };
}

/** From the window's beginning, or from the last run that was finished when that is longer ago. */
async function spanOf(
  ctx: Context,
  { name }: RemoteProvider,
  { windowDays = 3, settleSeconds = 300, pageSize }: ReconciliationOptions = {},
): Promise<Span> {
  const now = Date.now();
  const [last] = await ctx.db.query(selectLastRun, { provider: name });
  const lastBegan = (last?.startedAt.getTime() ?? now) - OVERLAP_MS;
  const from = Math.max(Math.min(now - windowDays * DAY_MS, lastBegan), now - MAX_WINDOW_MS);
  const to = new Date(now - settleSeconds * 1000);
  return { from: new Date(from), to, ...(pageSize !== undefined && { pageSize }) };
}

/** @returns how many of them are new: another run may have been quicker. */
async function recordFees(
  { payments }: RepairDeps,
  ctx: Context,
  { fees = [] }: Comparison,
): Promise<number> {
  let recorded = 0;
  for (const fee of fees) if (await payments.recordFee(ctx, fee)) recorded += 1;
  return recorded;
}

function sumOf(reports: readonly ReconciliationReport[]): ReconciliationReport {
  const sum = (of: (report: ReconciliationReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    since: new Date(Math.min(Date.now(), ...reports.map(({ since }) => since.getTime()))),
    examined: sum(({ examined }) => examined),
    foreign: sum(({ foreign }) => foreign),
    fees: sum(({ fees }) => fees),
    findings: reports.flatMap(({ findings }) => findings),
  };
}
