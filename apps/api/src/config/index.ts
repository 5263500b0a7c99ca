import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withoutPassword } from '../utils/redact.ts';
import { assemble } from './assemble.ts';
import { consistencyProblems, standaloneProblems } from './consistency.ts';
import { deepFreeze, type DeepReadonly } from './deepFreeze.ts';
import { newDevelopmentKeys, type DevelopmentKeys } from './developmentKeys.ts';
import { projectRoot } from './paths.ts';
import { ConfigError, type Problem } from './problems.ts';
import { productionProblems } from './production.ts';
import { docOf, environment, type Environment } from './schema.ts';
import { readVariables, type RawEnvironment } from './source.ts';

/** The configuration of a process: validated, nested, and frozen at every depth. */
export type Config = DeepReadonly<ReturnType<typeof assemble>>;

export interface LoadOptions {
  /** Whether everything that can be embedded must have an address, except the database. */
  alone?: boolean;
  /** Replaces unset secrets under development; random keys by default. */
  keys?: DevelopmentKeys;
}

/**
 * Reads the configuration from the environment.
 * @throws {ConfigError} that lists every problem at once.
 */
export function loadConfig(
  env: RawEnvironment = systemEnvironment(),
  { alone = false, keys = newDevelopmentKeys() }: LoadOptions = {},
): Config {
  const { values, problems } = readVariables(env);
  const parsed = validate(values, problems);
  problems.push(...consistencyProblems(parsed));
  if (parsed.NODE_ENV === 'production') problems.push(...productionProblems(parsed));
  if (alone) problems.push(...standaloneProblems(parsed));
  if (problems.length > 0) throw new ConfigError(problems.filter(isFirstOfItsVariable));
  return deepFreeze(assemble(parsed, keys));
}

/**
 * Validates the variables. An invalid one is reported and then ignored, so that the others are
 * still checked.
 */
function validate(values: Record<string, string>, problems: Problem[]): Environment {
  const parsed = environment.safeParse(values);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  for (const issue of parsed.error.issues) {
    problems.push(toProblem(String(issue.path[0]), issue.message, values));
  }
  return environment.parse(
    Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name))),
  );
}

/** The process's environment, completed by `.env` at the project's root (which never overrides it). */
function systemEnvironment(): RawEnvironment {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function toProblem(variable: string, message: string, values: Record<string, string>): Problem {
  const value = values[variable];
  const isShown = value !== undefined && !docOf(variable).secret;
  const shown = isShown ? `, but is "${withoutPassword(value)}"` : '';
  return {
    variable,
    message: `${message.replace(/^Invalid option: expected/, 'must be')}${shown}`,
  };
}

function isFirstOfItsVariable(problem: Problem, index: number, all: Problem[]): boolean {
  return all.findIndex(({ variable }) => variable === problem.variable) === index;
}
