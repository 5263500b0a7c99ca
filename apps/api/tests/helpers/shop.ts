import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { apiRoot, projectRoot } from '../../src/config/paths.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';

interface LogLine {
  message: string;
  pid?: number;
  smtpPort?: number;
}

/** A shop in separate processes, as `npm start` runs it. */
export interface RunningShop {
  /** Address of the API. */
  base: string;
  port: number;
  primary: ChildProcess;
  /** Everything logged so far. */
  log: LogLine[];
  /** Waits for the next HTTP worker that listens. @returns its pid. */
  nextHttpWorker(): Promise<number>;
  /** Ends it as an operator would. @returns the exit code. */
  stop(): Promise<unknown>;
}

/**
 * Starts the shop on a folder, with one HTTP worker and without the demo catalogue, and waits until
 * it is open.
 */
export async function startShop(
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<RunningShop> {
  const port = await freePort(0);
  const primary = spawn(process.execPath, ['--conditions=source', `${apiRoot}src/cluster.ts`], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      METRICS_PORT: '0',
      DATA_DIR: dataDir,
      DEMO_SEED: 'false',
      LOG_FORMAT: 'json',
      LOG_LEVEL: 'debug',
      NODE_COMPILE_CACHE: path.join(projectRoot, 'node_modules/.cache/cartwright-tests'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(primary, 'exit').then(([code]: unknown[]) => code);
  const log: LogLine[] = [];
  const waiting = new Set<(line: LogLine) => void>();
  const nextLine = (start: string) =>
    new Promise<LogLine>((resolve) => {
      const take = (line: LogLine) => {
        if (!line.message.startsWith(start)) return;
        waiting.delete(take);
        resolve(line);
      };
      waiting.add(take);
    });
  const open = nextLine('The shop is open');
  createInterface(primary.stdout).on('line', (text) => {
    const line: LogLine = JSON.parse(text);
    log.push(line);
    for (const take of waiting) take(line);
  });
  const early = await Promise.race([open, exited]);
  if (typeof early === 'number') throw new Error(`The shop ended with ${early}: ${tail(log)}`);
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    primary,
    log,
    nextHttpWorker: async () => (await nextLine('Listening on ')).pid ?? 0,
    stop: async () => {
      primary.kill('SIGTERM');
      return await exited;
    },
  };
}

function tail(log: readonly LogLine[]): string {
  return log
    .slice(-5)
    .map(({ message }) => message)
    .join('; ');
}
