import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/ids.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import type { Comparison } from './compare.ts';
import { compare } from './differences.ts';
import { repair, type ReconciliationFinding, type RepairDeps } from './repair.ts';
import { sumOf, type ReconciliationReport } from './report.ts';
import { spanOf, type ReconciliationOptions } from './span.ts';
import { finishRun, insertRun, updateProgress } from './statements.ts';

export interface ReconciliationDeps extends RepairDeps {
  options?: ReconciliationOptions;
}

/**
 * Compares our payments, refunds and disputes with each provider's and repairs them, and records how far it has come and what
 * it found. One difference that cannot be repaired does not keep it from the next, nor does an
 * unavailable provider stop the next.
 * @throws {Unavailable} in the middle: the provider's run stays unfinished, and its next one
 *   begins where the last finished one did.
 */
export async function reconcilePayments(
  deps: ReconciliationDeps,
  ctx: Context,
): Promise<ReconciliationReport> {
  const reports: ReconciliationReport[] = [];
  const failures: unknown[] = [];
  for (const remote of deps.payments.remotes) {
    await reconcile(deps, ctx, remote).then(
      (report) => reports.push(report),
      (error: unknown) => failures.push(error),
    );
  }
  if (failures.length > 0) throw failures[0];
  return sumOf(reports);
}

async function reconcile(
  deps: ReconciliationDeps,
  ctx: Context,
  remote: RemoteProvider,
): Promise<ReconciliationReport> {
  const span = await spanOf(ctx, remote, deps.options);
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
