import type { ReconciliationFinding } from './repair.ts';

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

/** The reports of all providers as one. */
export function sumOf(reports: readonly ReconciliationReport[]): ReconciliationReport {
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
