import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../src/config/problems.ts';
import { onShutdownSignal } from '../src/processes/shutdown.ts';
import { AppError } from '../src/utils/errors.ts';
import { isCurrency } from '../src/utils/money.ts';
import { ImportOutput } from './importOutput.ts';
import { withShop } from './withShop.ts';

// `npm run import -- FILE.csv`: imports Shopify's product CSV. The script in package.json has V8
// clear up early: by itself it lets hundreds of megabytes of garbage gather first.

const USAGE = `Usage: npm run import -- FILE.csv [--dry-run] [--currency USD]

Imports products from Shopify's product CSV. Pictures may be URLs, which are kept as links, or
paths relative to the file, which are stored. Doing it again changes nothing that is right already.

  --dry-run       tell what would happen, and change nothing
  --currency USD  currency of the column "Variant Price"; without it the shop's (DEFAULT_CURRENCY)

Exit code: 0 done, 2 done but rows were rejected, 1 failed, 64 wrong usage, 130 interrupted.
`;

const exitCodes = { rejected: 2, failure: 1, usage: 64, interrupted: 130 };

/** The command was not written as it should be. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

interface Command {
  file: string;
  size: number;
  dryRun: boolean;
  currency: string | undefined;
}

try {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') process.stdout.write(USAGE);
  else process.exitCode = await runImport(command);
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failure;
}

function readCommand(args: string[]): Command | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [name, ...more] = positionals;
  if (name === undefined) throw new UsageError('Which file is to be imported?');
  if (more.length > 0) throw new UsageError('One file at a time, please.');
  if (values.currency !== undefined && !isCurrency(values.currency)) {
    throw new UsageError(`"${values.currency}" is not a currency of ISO 4217, such as USD.`);
  }
  // npm changes the folder to the project's; this is where the command was typed.
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', name);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    throw new Error(found ? `${file} is not a file.` : `There is no file ${file}.`);
  }
  return { file, size: found.size, dryRun: values['dry-run'], currency: values.currency };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        currency: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
    const source = createReadStream(file);
    const output = new ImportOutput(size, () => source.bytesRead);
    const report = await services.catalogImport.importCatalog(ctx, source, {
      currency: currency ?? config.shop.currency,
      dryRun,
      baseDir: path.dirname(file),
      signal: interruption.signal,
      onProgress: (report) => output.progress(report),
      onRejected: (row) => output.rejected(row),
      onNote: (note) => output.note(note),
    });
    output.finish(report, path.basename(file));
    if (report.aborted) return exitCodes.interrupted;
    return report.rejected.count > 0 ? exitCodes.rejected : 0;
  });
}

function describe(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof AppError || error instanceof ConfigError) return error.message;
  return error instanceof Error ? `The import failed: ${error.message}` : String(error);
}
