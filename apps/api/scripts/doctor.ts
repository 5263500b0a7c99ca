import type { Container } from '../src/container.ts';
import { ConfigError } from '../src/config/problems.ts';
import { MigrationError } from '../src/db/migrate/errors.ts';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { EX_USAGE } from '../src/processes/exitCodes.ts';
import { StartupError } from '../src/processes/fail.ts';
import type { ChainHead } from '../src/services/audit.service.ts';
import type { Finding, Treatment } from '../src/services/doctor.service.ts';
import type { Context } from '../src/kernel/context.ts';
import { printableLines } from '../src/utils/printable.ts';
import { isBroken, toJson, toText, type Report } from './doctorOutput.ts';
import { DoctorProgress } from './doctorProgress.ts';
import { withShop } from './withShop.ts';

// `npm run doctor`: checks the shop's invariants on its database.

const USAGE = `Usage: npm run doctor [-- --fix] [--stripe] [--audit-head HEAD] [--json]

Checks every invariant of money and stock in SQL, on one snapshot of the database of DATABASE_URL or
of the embedded one. Safe on a live shop: it writes nothing and blocks no one. Afterwards it asks the
storage (DATA_DIR/files, or the bucket of S3_BUCKET) for each file that the database names.

  --fix     first repairs counters that disagree with their ledger. Each row is locked and computed
            again from the ledger; the audit log records each repair.
  --stripe  also compares the payments of the last days with Stripe, without repairing anything (the
            shop repairs them itself, every hour)
  --no-files
            leaves the storage alone: it is asked once for each file and each smaller version, which
            takes long in a large bucket
  --audit-head HEAD
            looks for a seal of the audit log that the shop's log has kept, as NUMBER:HASH: without
            it in the chain, the end was cut off, or the chain was forged
  --json    prints one JSON document

What waits for staff by design, such as money to be paid back by hand, is listed and is no fault.

Exit code: 0 healthy, 1 something is broken, 2 it could not be examined, or not to the end and nothing
broken was found, 64 wrong usage.
`;

const exitCodes = { broken: 1, failure: 2 };

interface Wanted {
  readonly fix: boolean;
  readonly stripe: boolean;
  readonly files: boolean;
  readonly auditHead: ChainHead | undefined;
}

const options = {
  fix: { type: 'boolean', default: false },
  stripe: { type: 'boolean', default: false },
  'no-files': { type: 'boolean', default: false },
  'audit-head': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

try {
  const { values } = readArguments(USAGE, { options });
  const { fix, stripe, json, 'audit-head': copied } = values;
  const auditHead = copied === undefined ? undefined : headOf(copied);
  const report = await withShop(
    'doctor',
    (container, ctx) =>
      examine(container, ctx, { fix, stripe, auditHead, files: !values['no-files'] }),
    { migrates: false },
  );
  process.stdout.write(printableLines(json ? toJson(report) : toText(report)));
  process.exitCode = exitCodeOf(report);
} catch (error) {
  process.stderr.write(`${printableLines(describe(error))}\n`);
  process.exitCode = error instanceof UsageError ? EX_USAGE : exitCodes.failure;
}

/** What could not be examined is not taken for healthy. */
function exitCodeOf(report: Report): number {
  if (report.healthy) return 0;
  return isBroken(report) ? exitCodes.broken : exitCodes.failure;
}

async function examine(
  { config, services }: Container,
  ctx: Context,
  wanted: Wanted,
): Promise<Report> {
  if (wanted.stripe && config.stripe.embedded && config.stripe.apiBase === undefined) {
    throw new StartupError(
      `The Stripe sandbox runs only while the shop does, and no shop runs on ${config.dataDir}. Start the shop, or give the sandbox's address: STRIPE_API_BASE=http://127.0.0.1:3002`,
    );
  }
  const treatments: Treatment[] = [];
  if (wanted.fix) {
    for await (const treatment of services.doctor.fix(ctx)) treatments.push(treatment);
  }
  const diagnosis = await services.doctor.examine(ctx);
  const { auditHead } = wanted;
  const more = [
    ...(wanted.files ? [await examineFiles(services, ctx)] : []),
    ...(auditHead ? [await lookForHead(services, ctx, auditHead)] : []),
  ];
  const stripe = wanted.stripe ? await services.reconciliation.inspect(ctx) : undefined;
  return {
    ...diagnosis,
    findings: [...diagnosis.findings, ...more],
    durationMs: more.reduce((sum, one) => sum + one.durationMs, diagnosis.durationMs),
    healthy:
      diagnosis.healthy &&
      more.every(({ state }) => state === 'ok') &&
      (stripe?.findings.length ?? 0) === 0,
    ...(wanted.fix && { treatments }),
    ...(stripe && { stripe }),
  };
}

/** A seal as `The audit log was sealed: 12 5f0c…` has it. @throws {UsageError} */
function headOf(text: string): ChainHead {
  const [, number, hash] = /^(\d{1,15})[: ]([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) {
    throw new UsageError('--audit-head must be NUMBER:HASH, as the log of the shop has it.', USAGE);
  }
  return { number: Number(number), hash };
}

/** Tells how far it is, where that takes a while. */
async function examineFiles(
  { doctor }: Pick<Container['services'], 'doctor'>,
  ctx: Context,
): Promise<Finding> {
  const progress = new DoctorProgress();
  try {
    return await doctor.examineFiles(ctx, { onProgress: (at) => progress.tell(at) });
  } finally {
    progress.clear();
  }
}

async function lookForHead(
  { audit }: Pick<Container['services'], 'audit'>,
  ctx: Context,
  head: ChainHead,
): Promise<Finding> {
  const started = performance.now();
  const isFound = await audit.hasSeal(ctx, head);
  return {
    id: 'A-head',
    title: 'The chain of the audit log has the seal that was copied.',
    state: isFound ? 'ok' : 'broken',
    examined: 1,
    broken: isFound ? 0 : 1,
    offenders: isFound ? [] : [{ id: String(head.number), wrong: 'missing, or another one' }],
    fixable: false,
    durationMs: performance.now() - started,
  };
}

function describe(error: unknown): string {
  const isPlain =
    error instanceof UsageError ||
    error instanceof StartupError ||
    error instanceof ConfigError ||
    error instanceof MigrationError;
  if (isPlain) return error.message;
  return error instanceof Error ? `The doctor failed: ${error.message}` : String(error);
}
