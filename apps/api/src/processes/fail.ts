import { ConfigError } from '../config/problems.ts';
import { MigrationError } from '../db/migrate/errors.ts';
import { printableLines } from '../utils/printable.ts';
import { EnvironmentError } from '../utils/environmentError.ts';
import { UsageError } from './commandLine.ts';
import { EX_CONFIG, EX_USAGE } from './exitCodes.ts';

/** Runs a process's main function; an error is reported on stderr and ends the process. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${printableLines(describe(error))}\n`);
    process.exit(exitCodeOf(error));
  }
}

/** An error that the person who starts the process must fix: reported without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return EX_USAGE;
  return isLasting(error) ? EX_CONFIG : 1;
}

/** A restart is pointless until someone has fixed it, except for a database, which may recover. */
function isLasting(error: unknown): boolean {
  return (
    error instanceof ConfigError || error instanceof MigrationError || error instanceof StartupError
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain =
    isLasting(error) || error instanceof EnvironmentError || error instanceof UsageError;
  return isPlain ? error.message : (error.stack ?? error.message);
}
