import { parseArgs, type ParseArgsConfig } from 'node:util';
import { writeOut } from '../utils/logger.ts';

/** The command line is invalid. The message explains the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(problem: string, usage: string) {
    super(`${problem}\n\n${usage}`);
  }
}

/**
 * Reads the arguments of a command; with --help it prints the usage and ends the process.
 * @param config the accepted options, as Node's `parseArgs` takes them.
 * @throws {UsageError} for anything else.
 */
export function readArguments<Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    writeOut(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), usage);
  }
}
