import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../../../apps/api/src/db/embedded/freePort.ts';
import { createTestDatabase } from '../../../../apps/api/tests/helpers/database.ts';
import { dropPictureJobs } from '../../../../apps/api/tests/helpers/pictureJobs.ts';
import { startShop } from '../../../../apps/api/tests/helpers/shop.ts';

/** What test files know of the shop that they share. */
export interface SharedShop {
  readonly base: string;
  /** Where its mails are caught. */
  readonly mailUrl: string;
  readonly adminKey: string;
  /** Where the shop looks for its provider of OpenID Connect, which a test starts. */
  readonly oidcPort: number;
}

/** A shop that starts when it is first asked for, by a GET. */
export interface OfferedShop {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The credentials of the shop at its provider of OpenID Connect; pages that a sign-in returns to. */
export const oidcClient = { id: 'shop', secret: 'the secret of the shop' };
export const SHOP_PAGE = 'https://shop.example/signed-in';
/** Failed sign-ins of one address until the next must prove its work. */
export const FAILURES_BEFORE_WORK = 20;

/** Offers a shop to all processes of a test run. */
export async function offerDemoShop(): Promise<OfferedShop> {
  let shop: ReturnType<typeof startDemoShop> | undefined;
  const server = createServer((_request, response) => {
    shop ??= startDemoShop();
    shop.then(
      ({ shared }) => response.end(JSON.stringify(shared)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      // The tests have told why, where it did not start.
      const started = await shop?.catch(() => undefined);
      await started?.stop();
    },
  };
}

/** A shop with the demo catalogue, as `npm start` runs it, but for hashes that cost as in a test. */
async function startDemoShop() {
  const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-sdk-'));
  const database = await createTestDatabase();
  const oidcPort = await freePort(0);
  const adminKey = 'the-admin-key-of-the-tests-of-the-client';
  const provider = { id: 'acme', name: 'Acme', issuer: `http://127.0.0.1:${oidcPort}` };
  const running = await startShop(folder, {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DEMO_SEED: 'true',
    ADMIN_API_KEY: adminKey,
    SIGN_IN_RATE_LIMIT_MAX: '0',
    PROOF_OF_WORK_AFTER: String(FAILURES_BEFORE_WORK),
    TRUST_PROXY: '1',
    SIGN_IN_ORIGINS: new URL(SHOP_PAGE).origin,
    OIDC_PROVIDERS: JSON.stringify([
      { ...provider, clientId: oidcClient.id, clientSecret: oidcClient.secret },
    ]),
  });
  await dropPictureJobs(database.url);
  const opened = running.log.find(({ message }) => message === 'The shop is open');
  const { mailUrl = '' } = opened as { mailUrl?: string };
  const shared: SharedShop = { base: running.base, mailUrl, adminKey, oidcPort };
  return {
    shared,
    async stop() {
      await running.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
