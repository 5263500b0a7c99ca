import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import supertest from 'supertest';
import { buildApp } from '../../src/app.ts';
import { demo } from '../../src/config/demo.ts';
import { loadConfig } from '../../src/config/index.ts';
import { createContainer, type Container, type ContainerOptions } from '../../src/container.ts';
import { createHttpServer } from '../../src/processes/httpServer.ts';
import { apiRoutes } from '../../src/routes/index.ts';
import { createContext, type Context } from '../../src/kernel/context.ts';
import { createTestDatabase } from './database.ts';
import { checkResponses } from './responseCheck.ts';

/** A shop for one test file, with a free port and a separate database. */
export interface TestApp {
  readonly container: Container;
  readonly ctx: Context;
  readonly server: Server;
  readonly url: string;
  /** Sends requests; every answer is checked against the route's schema, see `close`. */
  readonly api: ReturnType<typeof supertest>;
  /** Stops the shop. @throws when an answer differed from its route's declaration. */
  close(options?: CloseOptions): Promise<void>;
}

interface CloseOptions {
  /** Keeps the database for the test, which drops it. */
  keepDatabase?: boolean;
}

/** @param env further variables of the environment, such as STRIPE_API_BASE. */
export async function startTestApp(
  env: Record<string, string> = {},
  options: ContainerOptions = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'cartwright-test-'));
  const container = await createContainer(
    loadConfig({
      NODE_ENV: 'test',
      PORT: '0',
      PUBLIC_URL: 'http://shop.test',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ADMIN_API_KEY: demo.adminApiKey,
      AUDIT_SECRETS: demo.auditSecret,
      ...env,
    }),
    options,
  );
  await container.listen();
  const check = checkResponses(apiRoutes(container));
  const app = buildApp(container);
  const server = createHttpServer(check.watch(app), container.config.http);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    container,
    ctx: createContext(container.database, { kind: 'system', id: 'test' }, 'req_test'),
    server,
    url,
    api: supertest(url),
    async close({ keepDatabase = false } = {}) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await container.close();
      if (!keepDatabase) await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      check.assertNothingUndeclared();
    },
  };
}
