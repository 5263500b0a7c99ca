import { startTestServer, type TestServer } from './testServer.ts';

declare global {
  // Jest runs globalTeardown in the same process, and a global is the only thing it shares with this.
  var cartwrightTestServer: TestServer | undefined;
  /** Stops what needs the server, before it. */
  var cartwrightBeforeTeardown: (() => Promise<void>) | undefined;
}

/** One PostgreSQL, one migrated template and one temporary folder for the whole run, however many projects ask. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.cartwrightTestServer) return;
  globalThis.cartwrightTestServer = await startTestServer();
  process.env['CARTWRIGHT_TEST_TEMPLATE'] = globalThis.cartwrightTestServer.templateUrl;
  process.env['TMPDIR'] = globalThis.cartwrightTestServer.temporary;
}
