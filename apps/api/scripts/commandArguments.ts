import type { ParseArgsConfig } from 'node:util';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { EX_USAGE } from '../src/processes/exitCodes.ts';

/** As `readArguments`, for a script's top level: ends the process where the command line is wrong. */
export function argumentsOrExit<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return readArguments(usage, config);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return exit(error.message);
  }
}

/** The number above 0 that an option gives; ends the process where it is none. */
export function positive(option: string, text: string): number {
  const value = Number(text);
  return value > 0 ? value : exit(`--${option} must be a number above 0, and is "${text}"`);
}

function exit(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(EX_USAGE);
}
