import type { Context } from '../kernel/context.ts';
import type { DoctorDeps } from './doctor/check.ts';
import type { Finding } from './doctor/examine.ts';
import type { Treatment } from './doctor/repair.ts';
import type { FilesOptions } from './doctor/storedFiles.ts';

export type { Finding } from './doctor/examine.ts';
export type { Treatment } from './doctor/repair.ts';
export type { FilesProgress } from './doctor/storedFiles.ts';

/** What the doctor found at one moment. */
export interface Diagnosis {
  /** Whether every check was made and none found anything but what waits for staff by design. */
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
  readonly durationMs: number;
}

export interface ExamineOptions {
  /** Only what takes milliseconds in a large shop too. */
  cheapOnly?: boolean;
  /** For everything together; what it does not reach is skipped. Milliseconds. */
  timeLimitMs?: number;
}

const AN_HOUR_MS = 3_600_000;

export type DoctorService = ReturnType<typeof createDoctorService>;

/** Proves the shop's promises on any database, also while the shop runs on it. */
export function createDoctorService(deps: DoctorDeps) {
  return {
    /** Runs the checks on one snapshot of the database; writes nothing, blocks no one. */
    async examine(
      ctx: Context,
      { cheapOnly = false, timeLimitMs = AN_HOUR_MS }: ExamineOptions = {},
    ): Promise<Diagnosis> {
      const started = performance.now();
      const { checks, examine } = await loadChecks();
      const wanted = checks.filter(({ cheap }) => cheap || !cheapOnly);
      const findings = await examine(deps, ctx, { checks: wanted, timeLimitMs });
      const healthy = findings.every(({ state }) => state === 'ok' || state === 'waiting');
      return { healthy, findings, durationMs: performance.now() - started };
    },

    /**
     * Asks the storage for each file that the database names, after the checks and without a snapshot:
     * one question for each file and each smaller version, so it takes long in a large shop.
     */
    async examineFiles(ctx: Context, options?: FilesOptions): Promise<Finding> {
      const { examineStoredFiles } = await import('./doctor/storedFiles.ts');
      return examineStoredFiles(deps, ctx, options);
    },

    /**
     * Repairs counters that disagree with their ledger. Every row is locked, recomputed and written
     * in a separate transaction, which also writes an audit entry.
     */
    async *fix(ctx: Context): AsyncGenerator<Treatment> {
      const { checks, isRepairable, treat } = await loadChecks();
      for (const check of checks) {
        if (isRepairable(check)) yield* treat(deps, ctx, check);
      }
    },
  };
}

/** At their first use: most workers examine nothing. */
async function loadChecks() {
  const [{ checks }, { isRepairable }, { examine }, { treat }] = await Promise.all([
    import('./doctor/checks.ts'),
    import('./doctor/check.ts'),
    import('./doctor/examine.ts'),
    import('./doctor/repair.ts'),
  ]);
  return { checks, isRepairable, examine, treat };
}
