import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../../src/processes/fail.ts';
import type { Plan } from './plan.ts';

/** An installed k6. */
export interface K6 {
  readonly command: string;
  /** Its version line: "k6 v1.8.1". */
  readonly version: string;
}

/** Exit codes of k6 with a specific meaning. */
export const k6Codes = { kept: 0, thresholdsMissed: 99 } as const;

const HOW_TO_GET_IT = `To get it, one of:
  go install go.k6.io/k6@latest   (Go)
  brew install k6                 (macOS)
  winget install k6               (Windows)
  https://grafana.com/docs/k6/latest/set-up/install-k6/   (Linux packages, binaries)
Or say where it is: K6=path npm run load -- …`;

/**
 * Finds k6 by the variable `K6` or on the PATH.
 * @throws {StartupError} when there is none, with how to install it.
 */
export async function findK6(command = process.env['K6'] ?? 'k6'): Promise<K6> {
  try {
    const { stdout } = await promisify(execFile)(command, ['version']);
    return { command, version: /^k6(\.exe)? v[\w.-]+/.exec(stdout)?.[0] ?? 'k6' };
  } catch {
    throw new StartupError(
      `The load is sent by k6, and ${command} cannot be run. ${HOW_TO_GET_IT}`,
    );
  }
}

interface K6Run {
  readonly plan: Plan;
  /** The shop's address. */
  readonly base: string;
  /** The path of its summary, without `.json` and `.txt`. */
  readonly summary: string;
  /** Ends it early; running iterations finish. */
  readonly signal: AbortSignal;
}

/** Runs k6, with its progress and summary on the terminal. @returns its exit code. */
export async function runK6(
  { command }: K6,
  { plan, base, summary, signal }: K6Run,
): Promise<number> {
  const script = path.resolve(import.meta.dirname, `../${plan.scenario}.js`);
  const settings = {
    BASE: base,
    SUMMARY: summary,
    ...(plan.rate !== undefined && { RATE: String(plan.rate) }),
    ...(plan.seconds !== undefined && { DURATION_SECONDS: String(plan.seconds) }),
  };
  const child = spawn(
    command,
    [
      'run',
      '--no-usage-report',
      // Its own HTTP server, for remote control; no one needs it here.
      '--address=',
      '--include-system-env-vars=false',
      ...(process.stdout.isTTY ? [] : ['--quiet']),
      ...Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      script,
    ],
    { stdio: 'inherit' },
  );
  const end = () => child.kill('SIGINT');
  signal.addEventListener('abort', end);
  const [code] = (await once(child, 'exit')) as [number | null];
  signal.removeEventListener('abort', end);
  return code ?? 1;
}
