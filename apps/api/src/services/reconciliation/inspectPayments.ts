import type { Context } from '../../kernel/context.ts';
import type { RemoteProvider } from '../../ports/paymentProvider.ts';
import type { PaymentsService } from '../payments.service.ts';
import { compare } from './differences.ts';
import { findingOf, type ReconciliationFinding } from './repair.ts';
import { sumOf, type ReconciliationReport } from './report.ts';
import { spanOf, type ReconciliationOptions } from './span.ts';

/**
 * Compares our payments, refunds and disputes with each provider's, without changing anything.
 * @throws {Unavailable}
 */
export async function inspectPayments(
  { payments, options }: { payments: PaymentsService; options?: ReconciliationOptions },
  ctx: Context,
): Promise<ReconciliationReport> {
  const reports: ReconciliationReport[] = [];
  for (const remote of payments.remotes) reports.push(await inspect(ctx, remote, options));
  return sumOf(reports);
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
