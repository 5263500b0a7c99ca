import startServer from '../../../../apps/api/tests/helpers/globalSetup.ts';
import { offerDemoShop } from './sharedShop.ts';

/**
 * One demo shop for all test files of the client, on the PostgreSQL of the run, which starts when the first
 * of them asks for it.
 */
export default async function globalSetup(): Promise<void> {
  await startServer();
  const { url, stop } = await offerDemoShop();
  globalThis.cartwrightBeforeTeardown = stop;
  process.env['CARTWRIGHT_SDK_SHOP'] = url;
}
