import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';

interface EntryResult {
  code: unknown;
  stdout: string;
  stderr: string;
}

/** A process of the application, and its output at its end. */
interface RunningEntry {
  child: ChildProcess;
  result: Promise<EntryResult>;
}

interface EntryOptions {
  /** Its environment, but for PATH. */
  env?: NodeJS.ProcessEnv;
  args?: readonly string[];
  /** Options of Node itself. */
  nodeArgs?: readonly string[];
}

/**
 * Starts a TypeScript file of the application, as npm's scripts do.
 * @param file relative to `apps/api`, such as `src/server.ts`.
 */
export function startEntry(
  file: string,
  { env = {}, args = [], nodeArgs = [] }: EntryOptions = {},
): RunningEntry {
  const command = [...nodeArgs, '--conditions=source', `${apiRoot}${file}`, ...args];
  const child = spawn(process.execPath, command, {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: path.join(projectRoot, 'node_modules/.cache/cartwright-tests'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return {
    child,
    result: ended.then(([[code], stdout, stderr]) => ({ code: code as unknown, stdout, stderr })),
  };
}

/** The same, until its end. */
export function runEntry(file: string, options?: EntryOptions): Promise<EntryResult> {
  return startEntry(file, options).result;
}
