import { createReadStream, statSync, type ReadStream } from 'node:fs';
import path from 'node:path';
import { ConfigError } from '../src/config/problems.ts';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { EX_USAGE } from '../src/processes/exitCodes.ts';
import { onShutdownSignal } from '../src/processes/shutdown.ts';
import { AppError } from '../src/kernel/errors.ts';
import { isCurrency } from '../src/kernel/money.ts';
import { printableLines } from '../src/utils/printable.ts';
import { ImportOutput } from './importOutput.ts';
import { withShop } from './withShop.ts';

// `npm run import -- FILE.csv`: imports Shopify's product CSV. The script in package.json makes V8
// collect garbage early: by default it lets hundreds of megabytes accumulate.

const USAGE = `Usage: npm run import -- FILE.csv [--dry-run] [--currency USD]

Imports products from Shopify's product CSV. Pictures may be URLs, which are kept as links, or
paths relative to the file, which are stored. Doing it again changes nothing that is right already.

  --dry-run       tell what would happen, and change nothing
  --currency USD  currency of the column "Variant Price"; without it the shop's (DEFAULT_CURRENCY)

Exit code: 0 done, 2 done but rows were rejected, 1 failed, 64 wrong usage, 130 interrupted.
`;

const exitCodes = { rejected: 2, failure: 1, interrupted: 130 };

interface Command {
  file: string;
  size: number;
  dryRun: boolean;
  currency: string | undefined;
}

try {
  process.exitCode = await runImport(readCommand());
} catch (error) {
  process.stderr.write(`${printableLines(describe(error))}\n`);
  process.exitCode = error instanceof UsageError ? EX_USAGE : exitCodes.failure;
}

function readCommand(): Command {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, currency: { type: 'string' } },
  });
  const [name, ...more] = positionals;
  if (name === undefined) throw new UsageError('Name the file to import.', USAGE);
  if (more.length > 0) throw new UsageError('Name only one file.', USAGE);
  if (values.currency !== undefined && !isCurrency(values.currency)) {
    const problem = `"${values.currency}" is not a currency of ISO 4217, such as USD.`;
    throw new UsageError(problem, USAGE);
  }
  // npm changes into the project's folder; this is where the command was typed.
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', name);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    throw new Error(found ? `${file} is not a file.` : `${file} does not exist.`);
  }
  return { file, size: found.size, dryRun: values['dry-run'], currency: values.currency };
}

/** @returns the exit code. */
async function runImport({ file, size, dryRun, currency }: Command): Promise<number> {
  const interruption = new AbortController();
  onShutdownSignal(
    ['SIGINT', 'SIGTERM'],
    () => interruption.abort(),
    () => process.exit(exitCodes.interrupted),
  );
  return await withShop('import', async ({ config, services }, ctx) => {
    let source: ReadStream | undefined;
    const open = () => (source = createReadStream(file));
    const output = new ImportOutput();
    const report = await services.catalogImport.importCatalog(ctx, open, {
      currency: currency ?? config.shop.currency,
      dryRun,
      baseDir: path.dirname(file),
      signal: interruption.signal,
      // The reader is a little ahead of the writer.
      onProgress: (report) => output.progress(report, (source?.bytesRead ?? 0) / Math.max(size, 1)),
      onRejected: (row) => output.rejected(row),
      onNote: (note) => output.note(note),
    });
    output.finish(report, path.basename(file));
    if (report.aborted) return exitCodes.interrupted;
    return report.rejected.count > 0 ? exitCodes.rejected : 0;
  });
}

function describe(error: unknown): string {
  const isPlain = [AppError, ConfigError, UsageError].some((kind) => error instanceof kind);
  if (isPlain && error instanceof Error) return error.message;
  return error instanceof Error ? `The import failed: ${error.message}` : String(error);
}
