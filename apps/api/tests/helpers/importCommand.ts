import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';

interface CommandResult {
  code: unknown;
  stdout: string;
  stderr: string;
}

interface RunningCommand {
  child: ChildProcess;
  result: Promise<CommandResult>;
}

export interface CommandOptions {
  databaseUrl: string;
  /** The working directory, which also contains the shop's data. */
  folder: string;
  /** Options of Node itself. */
  nodeArgs?: string[];
}

/** Starts the import in a separate process, as `npm run import -- ARGS` does in that folder. */
export function startImport(
  args: string[],
  { databaseUrl, folder, nodeArgs = [] }: CommandOptions,
): RunningCommand {
  const script = `${apiRoot}scripts/import.ts`;
  const child = spawn(process.execPath, [...nodeArgs, '--conditions=source', script, ...args], {
    cwd: projectRoot,
    env: {
      PATH: process.env['PATH'],
      INIT_CWD: folder,
      DATABASE_URL: databaseUrl,
      DATA_DIR: path.join(folder, 'data'),
      NODE_COMPILE_CACHE: path.join(projectRoot, 'node_modules/.cache/cartwright-tests'),
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
export function runImport(args: string[], options: CommandOptions): Promise<CommandResult> {
  return startImport(args, options).result;
}
