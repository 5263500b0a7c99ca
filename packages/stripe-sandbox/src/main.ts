import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { SandboxOptions } from './server.ts';
import { reportUnexpected } from './unexpected.ts';

/**
 * The command line: flags first, `SANDBOX_*` variables second. Prints one line of JSON when ready,
 * and ends on SIGTERM, on SIGINT, and when the parent that forked it is gone.
 */
function optionsFrom(args: string[], env: NodeJS.ProcessEnv): SandboxOptions {
  const flag = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      host: flag,
      port: flag,
      'data-dir': flag,
      'secret-key': flag,
      'publishable-key': flag,
      'webhook-url': flag,
      'webhook-secret': flag,
      'webhook-events': flag,
      'settle-ms': flag,
      'retry-ms': flag,
    },
  });
  const read = (name: keyof typeof values): string | undefined => {
    const variable = `SANDBOX_${name.replaceAll('-', '_').toUpperCase()}`;
    return values[name] ?? (env[variable] === '' ? undefined : env[variable]);
  };
  return {
    host: read('host'),
    port: wholeNumber('port', read('port')),
    dataDir: read('data-dir'),
    secretKey: read('secret-key'),
    publishableKey: read('publishable-key'),
    webhookUrl: read('webhook-url'),
    webhookSecret: read('webhook-secret'),
    webhookEvents: read('webhook-events')?.split(','),
    settleMs: wholeNumber('settle-ms', read('settle-ms')),
    retryMs: wholeNumber('retry-ms', read('retry-ms')),
  };
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

// State is on disk: the process ends, and its supervisor restarts it.
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

function end(error: unknown): never {
  reportUnexpected('Unexpected error; the sandbox ends', error);
  process.exit(1);
}

// Set before the server is loaded: the next start reuses the stripped and compiled modules.
enableCompileCache();

try {
  const { startSandbox } = await import('./server.ts');
  const sandbox = await startSandbox(optionsFrom(process.argv.slice(2), process.env));
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  const ready = { ready: true, port: sandbox.port };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  process.send?.(ready);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
