import { offerDemoShop, type OfferedShop } from './sharedShop.ts';

declare global {
  // Jest runs globalTeardown in the same process, and a global is the only thing it shares with this.
  var cartwrightSdkShop: OfferedShop | undefined;
}

/** One demo shop for all test files of the client, which starts when the first of them asks for it. */
export default async function globalSetup(): Promise<void> {
  globalThis.cartwrightSdkShop = await offerDemoShop();
  process.env['CARTWRIGHT_SDK_SHOP'] = globalThis.cartwrightSdkShop.url;
}
