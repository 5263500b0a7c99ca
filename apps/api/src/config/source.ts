import { readFileSync } from 'node:fs';
import { docOf, environment } from './schema.ts';
import type { Problem } from './problems.ts';

/** The environment as it comes from the system. */
export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Picks our variables from the environment. An empty one counts as unset, and a secret may be read
 * from a file (`NAME_FILE`, as container platforms mount them), trimmed.
 */
export function readVariables(env: RawEnvironment): {
  values: Record<string, string>;
  problems: Problem[];
} {
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const name of Object.keys(environment.shape)) {
    const file = docOf(name).secret ? env[`${name}_FILE`] : undefined;
    if (env[name] && file) {
      problems.push({
        variable: name,
        message: `is set together with ${name}_FILE: set only one of them`,
      });
    } else if (env[name]) {
      values[name] = env[name];
    } else if (file) {
      const content = readSecret(file);
      if (content.problem === undefined) values[name] = content.value;
      else problems.push({ variable: name, message: `${content.problem} (from ${name}_FILE)` });
    }
  }
  return { values, problems };
}

type Secret = { value: string; problem?: undefined } | { problem: string };

function readSecret(file: string): Secret {
  try {
    const value = readFileSync(file, 'utf8').trim();
    return value === '' ? { problem: `is empty in ${file}` } : { value };
  } catch (error) {
    return { problem: `cannot be read from ${file}: ${String(error)}` };
  }
}
