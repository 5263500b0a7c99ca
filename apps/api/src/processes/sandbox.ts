import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config/index.ts';
import { childEnvironment } from '../config/childEnv.ts';
import { handledEvents } from '../integrations/stripe/webhookEvents.ts';
import { API_BASE } from '../routes/base.ts';

/**
 * Starts the local Stripe sandbox; it reports its port when it is ready, and ends with this
 * process. It delivers webhooks to the API's own address.
 */
export function forkSandbox(config: Config, port: number): ChildProcess {
  const dataDir = path.join(config.dataDir, 'stripe');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const host = config.http.host === '0.0.0.0' ? '127.0.0.1' : config.http.host;
  return fork(fileURLToPath(import.meta.resolve('@cartwright/stripe-sandbox/main')), [], {
    // A separate process group: Ctrl-C must not end it before the requests that still need it.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...childEnvironment({}),
      SANDBOX_HOST: '127.0.0.1',
      SANDBOX_PORT: String(port),
      SANDBOX_DATA_DIR: dataDir,
      SANDBOX_SECRET_KEY: config.stripe.secretKey,
      SANDBOX_PUBLISHABLE_KEY: config.stripe.publishableKey,
      SANDBOX_WEBHOOK_SECRET: config.stripe.webhookSecrets[0],
      SANDBOX_WEBHOOK_URL: `http://${host}:${config.http.port}${API_BASE}/webhooks/stripe`,
      // The same events as in the production guide.
      SANDBOX_WEBHOOK_EVENTS: handledEvents.join(),
    },
  });
}
