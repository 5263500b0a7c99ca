import { createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { ACCESS_COOKIE } from '../../src/kernel/cookies.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';

const { JWT_SIGNING_KEY } = newDevelopmentKeys();

let shop: TestApp;
let otherProcess: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ JWT_SIGNING_KEY });
  otherProcess = await startTestApp({ JWT_SIGNING_KEY, DATABASE_URL: shop.container.database.url });
});
afterAll(async () => {
  await otherProcess.close();
  await shop.close();
});

const listJobs = (headers: Record<string, string>, app = shop) =>
  app.api.get('/api/v1/admin/jobs').set(headers);

/** Waits for at most a second until a request is answered so. */
const expectSoon = (status: number, headers: Record<string, string>, app = shop) =>
  eventually(async () => (await listJobs(headers, app)).status === status, 1000);

describe('A session', () => {
  test('has the permissions of the roles, and no others', async () => {
    const { as } = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    await listJobs(as).expect(200);
    await shop.api.get('/api/v1/admin/workflows').set(as).expect(403);
    const customer = await signInPerson(shop.container);
    expect((await listJobs(customer.as)).status).toBe(403);
  });

  test('ends in every process within a second of its revocation', async () => {
    const person = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    for (const app of [shop, otherProcess]) await listJobs(person.as, app).expect(200);
    await shop.ctx.db.prisma.session.update({
      where: { id: person.sessionId },
      data: { revokedAt: new Date(), revokedReason: 'signed_out' },
    });
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(401, person.as, app)).toBe(true);
    }
  });

  test('loses a role in every process within a second', async () => {
    const person = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    for (const app of [shop, otherProcess]) await listJobs(person.as, app).expect(200);
    await shop.ctx.db.prisma.roleGrant.deleteMany({ where: { userId: person.userId } });
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(403, person.as, app)).toBe(true);
    }
  });

  test('is void once its user is disabled', async () => {
    const person = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    await listJobs(person.as).expect(200);
    await shop.ctx.db.prisma.user.update({
      where: { id: person.userId },
      data: { status: 'disabled' },
    });
    expect(await expectSoon(401, person.as)).toBe(true);
  });
});

describe('A token', () => {
  const claims = async () => {
    const { userId, sessionId } = await signInPerson(shop.container, {
      permissions: ['jobs:read'],
    });
    return { sub: userId, sid: sessionId, iss: 'http://shop.test', aud: 'cartwright' };
  };
  const header = { alg: 'ES256', typ: 'at+jwt' } as const;
  const keyId = () => shop.container.services.identity.publishedKeys[0]?.kid ?? '';
  const key = createPrivateKey(JWT_SIGNING_KEY);
  const sign = (payload: object, options: jwt.SignOptions = {}, secret: jwt.Secret = key) =>
    jwt.sign(payload, secret, {
      algorithm: 'ES256',
      expiresIn: 60,
      header: { ...header, kid: keyId() },
      ...options,
    });
  const statusOf = async (token: string) => {
    const { status } = await listJobs({ Authorization: `Bearer ${token}` });
    return status;
  };

  test('is accepted when it is signed by the shop, for the shop', async () => {
    expect(await statusOf(sign(await claims()))).toBe(200);
  });

  test('is refused with another issuer, audience or type, or when it has expired', async () => {
    const good = await claims();
    expect(await statusOf(sign({ ...good, iss: 'https://elsewhere.test' }))).toBe(401);
    expect(await statusOf(sign({ ...good, aud: 'elsewhere' }))).toBe(401);
    expect(await statusOf(sign(good, { expiresIn: -1 }))).toBe(401);
    const jwtType = { ...header, typ: 'JWT', kid: keyId() };
    expect(await statusOf(sign(good, { header: jwtType }))).toBe(401);
  });

  test('is refused without a signature, and with one by another key or algorithm', async () => {
    const good = await claims();
    const none = { alg: 'none', typ: 'at+jwt', kid: keyId() };
    const unsigned = jwt.sign(good, '', { algorithm: 'none', expiresIn: 60, header: none });
    expect(await statusOf(unsigned)).toBe(401);
    const stranger = createPrivateKey(newDevelopmentKeys().JWT_SIGNING_KEY);
    expect(await statusOf(sign(good, {}, stranger))).toBe(401);
    // The public key as an HMAC secret: the attack by a swapped algorithm.
    const publicKey = createPublicKey(JWT_SIGNING_KEY).export({ type: 'spki', format: 'pem' });
    const swapped = { alg: 'HS256', typ: 'at+jwt', kid: keyId() };
    const parts = [swapped, { ...good, exp: Date.now() / 1000 + 60 }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const mac = createHmac('sha256', publicKey).update(parts.join('.')).digest('base64url');
    expect(await statusOf([...parts, mac].join('.'))).toBe(401);
  });

  test('is refused when it names a session of another user', async () => {
    const { userId } = await signInPerson(shop.container);
    expect(await statusOf(sign({ ...(await claims()), sub: userId }))).toBe(401);
  });

  test('is accepted while its key is the previous one', async () => {
    const rotated = await startTestApp({
      DATABASE_URL: shop.container.database.url,
      JWT_SIGNING_KEY: newDevelopmentKeys().JWT_SIGNING_KEY,
      JWT_PREVIOUS_KEY: JWT_SIGNING_KEY.replaceAll('\n', '\\n'),
    });
    const token = sign(await claims());
    await listJobs({ Authorization: `Bearer ${token}` }, rotated).expect(200);
    const { body } = await rotated.api.get('/.well-known/jwks.json').expect(200);
    const { keys } = body as { keys: { kid: string; d?: string }[] };
    expect(keys.map(({ kid }) => kid)).toContain(keyId());
    expect(keys).toHaveLength(2);
    expect(keys.every(({ d }) => d === undefined)).toBe(true);
    await rotated.close();
  });
});

describe('A cookie', () => {
  const cookieOf = (token: string) => ({ Cookie: `${ACCESS_COOKIE}=${token}` });

  test('reads without, and writes with the CSRF token of its session', async () => {
    const person = await signInPerson(shop.container);
    const other = await signInPerson(shop.container);
    const { csrfTokenOf } = shop.container.services.identity;
    await shop.api.get('/api/v1/products').set(cookieOf(person.token)).expect(200);
    const open = (headers: Record<string, string>) =>
      shop.api
        .post('/api/v1/carts')
        .set({ ...cookieOf(person.token), ...headers })
        .send({});
    const { body } = await open({}).expect(403);
    expect(body).toMatchObject({ code: 'csrf_token_invalid' });
    await open({ 'X-CSRF-Token': csrfTokenOf(other.sessionId) }).expect(403);
    const made = await open({ 'X-CSRF-Token': csrfTokenOf(person.sessionId) }).expect(201);
    const { id } = (made.body as { data: { id: string } }).data;
    await shop.api.get(`/api/v1/carts/${id}`).set(person.as).expect(200);
    await shop.api.get(`/api/v1/carts/${id}`).set(other.as).expect(404);
  });

  test('of a session that has ended is taken away', async () => {
    const { headers } = await shop.api
      .get('/api/v1/carts/cart_x')
      .set(cookieOf('gone'))
      .expect(401);
    expect(String(headers['set-cookie'])).toMatch(/__Host-cw_access=; .*Max-Age=0/);
  });

  test('is never the admin key', async () => {
    const key = shop.container.config.auth.adminApiKey;
    expect((await listJobs(cookieOf(key))).status).toBe(401);
  });
});

test('A cached page is sent to the holder of a valid token, and to no other token', async () => {
  const person = await signInPerson(shop.container);
  const read = (headers: Record<string, string>) => shop.api.get('/api/v1/products').set(headers);
  await read({}).expect(200);
  // The notification of the sign-in itself may come after a read, which makes the next one ask again.
  await eventually(async () => {
    const { headers } = await read(person.as).expect(200);
    return String(headers['server-timing']).includes('0 statements');
  }, 1000);
  const { status } = await read({ Authorization: 'Bearer made.up.token' });
  expect(status).toBe(401);
  await shop.ctx.db.prisma.session.delete({ where: { id: person.sessionId } });
  await eventually(async () => (await read(person.as)).status === 401, 1000);
});
