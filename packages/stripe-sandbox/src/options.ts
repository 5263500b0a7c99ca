/** The options of a sandbox. Every member has a default; `startSandbox({})` is a whole account. */
export interface SandboxOptions {
  /** Address to listen on; 127.0.0.1 by default. Never open it to a network: the controls have no key. */
  host?: string | undefined;
  /** Port; 0 (the default) chooses a free one. */
  port?: number | undefined;
  /** Folder for the state; without one the state is in memory and ends with the process. */
  dataDir?: string | undefined;
  secretKey?: string | undefined;
  publishableKey?: string | undefined;
  /** The endpoint of events; can be changed at runtime. No deliveries without it. */
  webhookUrl?: string | undefined;
  /** Signs the deliveries; `whsec_…`. */
  webhookSecret?: string | undefined;
  /** Which types of event are delivered, as chosen for an endpoint at Stripe; all by default. */
  webhookEvents?: readonly string[] | undefined;
  /** Version of the API in events and, where a request names none, in answers. */
  apiVersion?: string | undefined;
  /** Milliseconds until delayed payments, pending refunds and failing refunds settle. */
  settleMs?: number | undefined;
  /** Milliseconds before the first retry of a failed delivery; doubled each time. */
  retryMs?: number | undefined;
  /** Milliseconds a webhook endpoint has to answer. */
  webhookTimeoutMs?: number | undefined;
}

/** The options with every default applied. */
export interface Settings {
  host: string;
  port: number;
  dataDir: string | undefined;
  secretKey: string;
  publishableKey: string;
  webhookUrl: string | undefined;
  webhookSecret: string;
  webhookEvents: readonly string[] | undefined;
  apiVersion: string;
  settleMs: number;
  retryMs: number;
  webhookTimeoutMs: number;
}

export const withDefaults = (options: SandboxOptions): Settings => ({
  host: options.host ?? '127.0.0.1',
  port: options.port ?? 0,
  dataDir: options.dataDir,
  secretKey: options.secretKey ?? 'sk_test_sandbox',
  publishableKey: options.publishableKey ?? 'pk_test_sandbox',
  webhookUrl: options.webhookUrl,
  webhookSecret: options.webhookSecret ?? 'whsec_sandbox',
  webhookEvents: options.webhookEvents,
  apiVersion: options.apiVersion ?? '2026-10-28.endive',
  settleMs: options.settleMs ?? 5000,
  retryMs: options.retryMs ?? 1000,
  webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
});
