import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import express, { type RequestHandler } from 'express';
import supertest from 'supertest';
import { z } from 'zod';
import { createProofOfWorkController } from '../../src/controllers/proofOfWork.controller.ts';
import { bindRoutes, defineRoutes, type RequestContext } from '../../src/kernel/route.ts';
import {
  createAddressReader,
  useAddresses,
} from '../../src/middleware/clientAddress.middleware.ts';
import { errorHandler } from '../../src/middleware/error.middleware.ts';
import { codesOf } from '../../src/openapi/problems.ts';
import { proofOfWorkRoutes } from '../../src/routes/proofOfWork.routes.ts';
import { buildRouter } from '../../src/routes/router.ts';
import { ok } from '../../src/utils/response.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';

const bodySchema = z.strictObject({ password: z.string(), email: z.string() });
type Body = z.infer<typeof bodySchema>;

/** Routes that demand a proof, as those of sign-in and registration do. */
const routesOfTest = defineRoutes({
  signIn: {
    method: 'post',
    path: '/test/sign-in',
    summary: 'Sign in',
    tag: 'Accounts',
    permission: 'public',
    cache: 'private',
    proofOfWork: 'sign_in',
    request: { body: bodySchema },
    responses: { 200: { description: 'Signed in.', schema: z.string() } },
    errors: [],
  },
  register: {
    method: 'post',
    path: '/test/register',
    summary: 'Register',
    tag: 'Accounts',
    permission: 'public',
    cache: 'private',
    proofOfWork: 'registration',
    request: { body: bodySchema },
    responses: { 200: { description: 'Registered.', schema: z.string() } },
    errors: [],
  },
});

interface Shop {
  readonly app: TestApp;
  readonly server: Server;
  readonly api: ReturnType<typeof supertest>;
}

let database: TestDatabase;
let shops: Shop[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const { app, server } of shops) {
    await new Promise((resolve) => server.close(resolve));
    await app.close();
  }
  shops = [];
});
afterAll(() => database.drop());

async function startShop(env: Record<string, string> = {}): Promise<Shop> {
  const app = await startTestApp({
    DATABASE_URL: database.url,
    JWT_SECRET: 'of one shop',
    PROOF_OF_WORK_AFTER: '2',
    TRUST_PROXY: '1',
    ...env,
  });
  const { container } = app;
  const { proofOfWork } = container.services;
  if (shops.length === 0) await container.database.pool.query('TRUNCATE limit_counts');
  const answer = async (ctx: RequestContext, { body }: { body: Body }) => {
    if (body.password === 'right') return ok('signed in');
    await proofOfWork.recordFailure(ctx, body.email);
    return ok('wrong');
  };
  const routes = [
    ...bindRoutes(routesOfTest, { signIn: answer, register: answer }),
    ...bindRoutes(proofOfWorkRoutes, createProofOfWorkController({ proofOfWork })),
  ];
  const express5 = express();
  useAddresses(express5, createAddressReader(container.config.http.trustProxy));
  const setRequestId: RequestHandler = (_req, res, next) => {
    res.locals.requestId = 'req_test';
    next();
  };
  express5.use(express.json(), setRequestId);
  express5.use('/api/v1', buildRouter(container, routes, {} as never));
  express5.use(errorHandler(container.logger));
  const server = createServer(express5);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const shop = { app, server, api: supertest(`http://127.0.0.1:${port}`) };
  shops.push(shop);
  return shop;
}

let clients = 0;
const client = () => `198.51.100.${++clients}`;

function ask(
  { api }: Shop,
  { from, password = 'right', email = `${from}@example.com`, proof, path = 'sign-in' }: Ask,
): supertest.Test {
  const sent = api.post(`/api/v1/test/${path}`).set('X-Forwarded-For', from);
  if (proof !== undefined) sent.set('X-Proof-Of-Work', proof);
  return sent.send({ password, email });
}
interface Ask {
  from: string;
  password?: string;
  email?: string;
  proof?: string;
  path?: 'sign-in' | 'register';
}

/** What ALTCHA's widget sends for a challenge. */
async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return payloadOf({ challenge, solution });
}
const payloadOf = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');

/** Fails to sign in until a proof is demanded. @returns the challenge of the refusal. */
async function attack(shop: Shop, from: string): Promise<Challenge> {
  for (let i = 0; i < 2; i++) expect((await ask(shop, { from, password: 'x' })).status).toBe(200);
  const { status, body } = await ask(shop, { from });
  expect([status, body.code]).toEqual([403, 'proof_of_work_required']);
  return body.challenge as Challenge;
}

test('A proof of work is demanded from where sign-ins have failed, in every process, and nowhere else', async () => {
  const [one, other] = [await startShop(), await startShop()];
  const from = client();
  expect((await ask(one, { from, password: 'x' })).status).toBe(200);
  expect((await ask(other, { from, password: 'x' })).status).toBe(200);
  for (const shop of [one, other]) {
    const { status, body, headers } = await ask(shop, { from });
    expect([status, body.code]).toEqual([403, 'proof_of_work_required']);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.challenge.parameters.data).toEqual({ purpose: 'sign_in' });
    expect((await ask(shop, { from, path: 'register' })).status).toBe(403);
    expect((await ask(shop, { from: client() })).status).toBe(200);
  }
});

test('It is demanded from everywhere for an account whose sign-ins fail, wherever they come from', async () => {
  const shop = await startShop();
  const email = 'ada@example.com';
  for (let i = 0; i < 4; i++) {
    expect((await ask(shop, { from: client(), email, password: 'x' })).status).toBe(200);
  }
  const from = client();
  const refused = await ask(shop, { from, email });
  expect(refused.body.code).toBe('proof_of_work_required');
  expect((await ask(shop, { from, email, path: 'register' })).status).toBe(200);
  expect((await ask(shop, { from })).status).toBe(200);
  const proof = await solve(refused.body.challenge as Challenge);
  expect((await ask(shop, { from, email, proof })).body.data).toBe('signed in');
});

test('It is demanded from everywhere when very many sign-ins fail in the whole shop', async () => {
  const shop = await startShop();
  for (let i = 0; i < 40; i++) {
    expect((await ask(shop, { from: client(), password: 'x' })).status).toBe(200);
  }
  expect((await ask(shop, { from: client() })).status).toBe(403);
});

test('It is never demanded where the threshold is 0', async () => {
  const shop = await startShop({ PROOF_OF_WORK_AFTER: '0' });
  const from = client();
  for (let i = 0; i < 10; i++) {
    expect((await ask(shop, { from, password: 'x' })).status).toBe(200);
  }
  expect((await ask(shop, { from })).status).toBe(200);
});

describe('The challenge of a refusal', () => {
  test('is solved by ALTCHA’s library, and lets one request pass: once in all processes, however they race', async () => {
    const [one, other] = [await startShop(), await startShop()];
    const from = client();
    const proof = await solve(await attack(one, from));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => ask(i % 2 === 0 ? one : other, { from, proof })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array<number>(7).fill(403),
    ]);
    expect((await ask(one, { from, proof })).body.challenge).toBeDefined();
  });

  test('may be fetched beforehand', async () => {
    const shop = await startShop();
    const from = client();
    await attack(shop, from);
    const { body } = await shop.api
      .get('/api/v1/auth/proof-of-work/challenge?purpose=sign_in')
      .expect(200);
    expect((await ask(shop, { from, proof: await solve(body.data) })).status).toBe(200);
    await shop.app.api.get('/api/v1/auth/proof-of-work/challenge?purpose=other').expect(400);
    const real = await shop.app.api.get('/api/v1/auth/proof-of-work/challenge?purpose=sign_in');
    expect([real.status, real.headers['cache-control']]).toEqual([
      200,
      expect.stringContaining('no-store'),
    ]);
  });

  test('is bound to its purpose, to this shop and to its parameters', async () => {
    const shop = await startShop();
    const from = client();
    const challenge = await attack(shop, from);
    const proof = await solve(challenge);
    expect((await ask(shop, { from, path: 'register', proof })).status).toBe(403);

    const { solution } = JSON.parse(Buffer.from(proof, 'base64').toString()) as {
      solution: object;
    };
    const changed = (parameters: object) =>
      payloadOf({
        challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } },
        solution,
      });
    const wrong = [
      'nonsense',
      payloadOf({}),
      'x'.repeat(5000),
      changed({ data: { purpose: 'registration' } }),
      changed({ expiresAt: Math.floor(Date.now() / 1000) + 86_400 }),
      changed({ cost: 1 }),
      changed({ keyPrefix: '0' }),
      payloadOf({ challenge, solution: { ...solution, counter: 1_000_000 } }),
      payloadOf({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
    ];
    for (const payload of wrong) {
      expect([payload.slice(0, 40), (await ask(shop, { from, proof: payload })).status]).toEqual([
        payload.slice(0, 40),
        403,
      ]);
    }
    const stranger = await startShop({ JWT_SECRET: 'of another shop' });
    const foreign = await stranger.app.container.services.proofOfWork.createChallenge('sign_in');
    expect((await ask(shop, { from, proof: await solve(foreign) })).status).toBe(403);
    // The right one has not been used by any of this.
    expect((await ask(shop, { from, proof })).status).toBe(200);
  });

  test('expires after five minutes', async () => {
    const shop = await startShop();
    const from = client();
    const proof = await solve(await attack(shop, from));
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now + 301_000);
    expect((await ask(shop, { from, proof })).status).toBe(403);
    clock.mockImplementation(() => now + 290_000);
    expect((await ask(shop, { from, proof })).status).toBe(200);
  });
});

test('No one signs in while the store is unavailable', async () => {
  const shop = await startShop({ REDIS_URL: 'redis://127.0.0.1:1' });
  const { status, headers } = await ask(shop, { from: client() });
  expect([status, headers['retry-after']]).toEqual([503, '5']);
});

test('A route that may demand it says so in the document', () => {
  const [signIn] = bindRoutes(routesOfTest, { signIn: jest.fn(), register: jest.fn() });
  expect(signIn && codesOf(signIn)).toContain('proof_of_work_required');
});
