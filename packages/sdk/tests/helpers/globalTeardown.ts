import './globalSetup.ts';

/** Stops the demo shop of this run, if a test has asked for it. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.cartwrightSdkShop?.stop();
}
