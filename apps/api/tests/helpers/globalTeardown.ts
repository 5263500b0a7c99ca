import './globalSetup.ts';

/** Stops and removes the PostgreSQL of this run. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.cartwrightBeforeTeardown?.();
  const server = globalThis.cartwrightTestServer;
  globalThis.cartwrightTestServer = undefined;
  await server?.stop();
}
