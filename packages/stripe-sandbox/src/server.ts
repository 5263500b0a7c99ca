import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Api } from './api.ts';
import { internalCall } from './core.ts';
import type { Core } from './core.ts';
import { Faults } from './faults.ts';
import { requestListener } from './http.ts';
import { withDefaults } from './options.ts';
import type { SandboxOptions } from './options.ts';
import { settlePayment } from './paymentAttempts.ts';
import { settleRefund } from './refunds.ts';
import { RequestLog } from './requestLog.ts';
import { Store } from './store.ts';
import { Timers } from './timers.ts';
import { Webhooks } from './webhooks.ts';

export type { SandboxOptions } from './options.ts';

/**
 * The file in the data folder with the address of its sandbox. It survives `kill -9`: `dataDir` of
 * `GET /_sandbox/state` shows whether the sandbox of that folder answers there.
 */
const ADDRESS_FILE = 'address';

/** The connection of an idle client is closed after this time. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** A running sandbox. */
export interface Sandbox {
  readonly host: string;
  readonly port: number;
  /** e.g. `http://127.0.0.1:12111` */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Stops listening and delivering. Undelivered events stay on disk. */
  close(): Promise<void>;
}

/**
 * Starts a local HTTP server that speaks Stripe's API.
 * @throws when it cannot listen (e.g. EADDRINUSE) or open the data folder
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = withDefaults(options);
  const store = new Store(settings.dataDir);
  const timers = new Timers(store);
  const webhooks = new Webhooks(settings, store);
  const core: Core = { settings, store, timers, webhooks, baseUrl: 'http://127.0.0.1' };
  timers.define('settle_payment', (id) => settlePayment(internalCall(core), id));
  timers.define('settle_refund', (id) => settleRefund(internalCall(core), id));

  const closing = new AbortController();
  const faults = new Faults(closing.signal);
  const target = { core, faults, log: new RequestLog() };
  const server = createServer(LIMITS, requestListener(new Api(core, faults), target));
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  core.baseUrl = `http://${settings.host}:${port}`;
  const note = settings.dataDir === undefined ? undefined : join(settings.dataDir, ADDRESS_FILE);
  if (note !== undefined) writeFileSync(note, core.baseUrl);
  timers.start();
  webhooks.start();

  const close = async (): Promise<void> => {
    if (closing.signal.aborted) return;
    closing.abort();
    timers.stop();
    webhooks.stop();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    if (note !== undefined) rmSync(note, { force: true });
    store.close();
  };
  const { host, secretKey, publishableKey } = settings;
  return { host, port, url: core.baseUrl, secretKey, publishableKey, close };
}
