import { createPrivateKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { newDevelopmentKeys } from '../../src/config/developmentKeys.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

const { JWT_SIGNING_KEY } = newDevelopmentKeys();

interface Made {
  readonly id: string;
  readonly secret: string;
}

type Headers = Record<string, string>;

let shop: TestApp;
let otherProcess: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ JWT_SIGNING_KEY });
  otherProcess = await startTestApp({
    JWT_SIGNING_KEY,
    DATABASE_URL: shop.container.database.url,
  });
});
afterAll(async () => {
  await otherProcess.close();
  await shop.close();
});

const path = '/api/v1/admin/machine-clients';
const create = (headers: Headers, body: object) =>
  shop.api
    .post(path)
    .set(headers)
    .send({ name: 'A test', ...body });

async function makeClient(
  permissions = ['jobs:read', 'workflows:read'],
  as: Headers = asStaff,
  more: object = {},
): Promise<Made> {
  const answer = await create(as, { permissions, ...more }).expect(201);
  return (answer.body as { data: Made }).data;
}

const basic = ({ id, secret }: Made) => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const ask = (headers: Headers, form: string, app = shop) =>
  app.api.post('/api/v1/auth/token').type('form').set(headers).send(form);
const GRANT = 'grant_type=client_credentials';

async function tokenOf(client: Made, scope?: string, app = shop): Promise<Headers> {
  const form = scope === undefined ? GRANT : `${GRANT}&scope=${encodeURIComponent(scope)}`;
  const { body } = await ask(basic(client), form, app).expect(200);
  return { Authorization: `Bearer ${(body as { access_token: string }).access_token}` };
}

const list = (what: string, headers: Headers, app = shop) =>
  app.api.get(`/api/v1/admin/${what}`).set(headers);
const expectSoon = (status: number, headers: Headers, app = shop) =>
  eventually(async () => (await list('jobs', headers, app)).status === status, 1000);
const change = (id: string, body: object, as: Headers = asStaff) =>
  shop.api.patch(`${path}/${id}`).set(as).send(body);
const act = (id: string, verb: string, body: object, as: Headers = asStaff) =>
  shop.api.post(`${path}/${id}/${verb}`).set(as).send(body);

describe('A machine client', () => {
  test('gets a short token for its secret, as RFC 6749 says', async () => {
    const client = await makeClient();
    const { body, headers } = await ask(basic(client), GRANT).expect(200);
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'jobs:read workflows:read',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
    const token = (body as { access_token: string }).access_token;
    const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt;
    expect(header).toMatchObject({ alg: 'ES256', typ: 'client+jwt' });
    expect(payload).toMatchObject({ sub: client.id, client_id: client.id, aud: 'cartwright' });
    const { exp = 0, iat = 0 } = payload as jwt.JwtPayload;
    expect(exp - iat).toBe(900);
  });

  test('sends its credentials in the header, percent-encoded, or in the form, and in one way only', async () => {
    const { id, secret } = await makeClient();
    const encoded = { id: id.replace('_', '%5F'), secret: secret.replaceAll('_', '%5f') };
    await ask(basic(encoded), GRANT).expect(200);
    const inForm = `${GRANT}&client_id=${id}&client_secret=${secret}`;
    await ask({}, inForm).expect(200);
    await ask(basic({ id, secret }), `${GRANT}&client_id=${id}`).expect(200);
    for (const form of [inForm, `${GRANT}&client_id=mcl_other`, `${GRANT}&${GRANT}`]) {
      const { body } = await ask(basic({ id, secret }), form).expect(400);
      expect(body).toMatchObject({ error: 'invalid_request' });
    }
  });

  test('is refused in the form of RFC 6749', async () => {
    const client = await makeClient(['jobs:read']);
    const other = await makeClient(['jobs:read']);
    const wrong: [Headers, string][] = [
      [basic({ ...client, secret: 'cw_cs_wrong' }), GRANT],
      [basic({ id: other.id, secret: client.secret }), GRANT],
      [{ Authorization: 'Basic %%%' }, GRANT],
      [{ Authorization: `Bearer ${client.secret}` }, GRANT],
      [{}, GRANT],
    ];
    for (const [headers, form] of wrong) {
      const answer = await ask(headers, form).expect(401);
      expect(answer.body).toEqual({
        error: 'invalid_client',
        error_description: expect.any(String),
      });
      expect(answer.headers).toMatchObject({
        'www-authenticate': 'Basic realm="cartwright"',
        'cache-control': 'no-store',
      });
    }
    const errorOf = async (form: string) => {
      const { body } = await ask(basic(client), form).expect(400);
      return (body as { error: string }).error;
    };
    expect(await errorOf('')).toBe('invalid_request');
    expect(await errorOf('grant_type=password')).toBe('unsupported_grant_type');
    for (const scope of ['jobs:write', 'jobs:read jobs:write', 'made:up', '%20', 'jobs:read%20']) {
      expect(await errorOf(`${GRANT}&scope=${scope}`)).toBe('invalid_scope');
    }
    await shop.api.get('/api/v1/auth/token').expect(405);
    await shop.api.post('/api/v1/auth/token').set(basic(client)).send({}).expect(415);
  });

  test('calls what the scope of its token names, and nothing else, nor what is a person’s', async () => {
    const client = await makeClient();
    const whole = await tokenOf(client);
    await list('jobs', whole).expect(200);
    await list('workflows', whole).expect(200);
    const some = await tokenOf(client, 'jobs:read');
    await list('jobs', some).expect(200);
    await list('workflows', some).expect(403);
    await shop.api.get('/api/v1/auth/me').set(some).expect(403);
    await shop.api.get('/api/v1/products').set(some).expect(200);
    const secret = { Authorization: `Bearer ${client.secret}` };
    expect((await list('jobs', secret)).status).toBe(401);
  });

  test('is stored with a hash of its secret, which is shown once', async () => {
    const client = await makeClient();
    const { text } = await shop.api.get(`${path}/${client.id}`).set(asStaff).expect(200);
    expect(text).not.toContain(client.secret);
    const rows = await shop.ctx.db.prisma.$queryRaw<{ row: string }[]>`
      SELECT k::text AS row FROM api_keys k UNION ALL SELECT a::text FROM audit_entries a`;
    expect(rows.filter(({ row }) => row.includes(client.secret))).toEqual([]);
    const keys = await shop.api.get('/api/v1/admin/api-keys?limit=100').set(asStaff).expect(200);
    expect(keys.text).not.toContain(client.id);
    await shop.api.get(`/api/v1/admin/api-keys/${client.id}`).set(asStaff).expect(404);
  });

  test('that is revoked, expired, changed or without its owner loses its tokens in every process within a second', async () => {
    const permissions = ['apiKeys:write', 'jobs:read', 'workflows:read'];
    const maker = await signInPerson(shop.container, { permissions });
    const revoked = await makeClient();
    const changed = await makeClient();
    const orphan = await makeClient(['jobs:read'], maker.as);
    const expiring = await makeClient(['jobs:read'], asStaff, {
      expiresAt: new Date(Date.now() + 2500).toISOString(),
    });
    const tokens = {
      revoked: await tokenOf(revoked),
      changed: await tokenOf(changed),
      orphan: await tokenOf(orphan),
      expiring: await tokenOf(expiring),
    };
    for (const app of [shop, otherProcess]) {
      for (const token of Object.values(tokens)) await list('jobs', token, app).expect(200);
    }
    await act(revoked.id, 'revoke', { reason: 'It leaked' }).expect(200);
    await change(changed.id, { permissions: ['workflows:read'] }).expect(200);
    await shop.api
      .post(`/api/v1/admin/staff/${maker.userId}/disable`)
      .set(asStaff)
      .send({ reason: 'Left' })
      .expect(200);
    for (const app of [shop, otherProcess]) {
      expect(await expectSoon(401, tokens.revoked, app)).toBe(true);
      expect(await expectSoon(403, tokens.changed, app)).toBe(true);
      expect(await expectSoon(401, tokens.orphan, app)).toBe(true);
    }
    await list('workflows', tokens.changed).expect(200);
    for (const client of [revoked, orphan]) await ask(basic(client), GRANT).expect(401);
    const isOver = async () => (await list('jobs', tokens.expiring)).status === 401;
    expect(await eventually(isOver, 4000)).toBe(true);
    await ask(basic(expiring), GRANT).expect(401);
    await act(revoked.id, 'revoke', { reason: 'Again' }).expect(409);
    await change(revoked.id, { name: 'x' }).expect(409);
  });

  test('has two secrets while one replaces the other', async () => {
    const first = await makeClient();
    const rotate = async (overlapMinutes: number) => {
      const { body } = await act(first.id, 'rotate', { overlapMinutes }).expect(200);
      return (body as { data: Made }).data;
    };
    const second = await rotate(10);
    for (const client of [first, second]) await ask(basic(client), GRANT).expect(200);
    const third = await rotate(0);
    await ask(basic(third), GRANT).expect(200);
    for (const client of [first, second]) {
      expect((await ask(basic(client), GRANT)).status).toBe(401);
    }
  });

  test('raises no one’s rights', async () => {
    const permissions = ['apiKeys:read', 'apiKeys:write', 'jobs:read'];
    const maker = await signInPerson(shop.container, { permissions });
    const body = { permissions: ['jobs:write'] };
    const notHeld = { status: 403, code: 'permission_not_held' };
    expect((await create(maker.as, body)).body).toMatchObject(notHeld);
    const strong = await makeClient(['jobs:read', 'jobs:write']);
    expect((await act(strong.id, 'rotate', {}, maker.as)).body).toMatchObject(notHeld);
    expect((await act(strong.id, 'take', { reason: 'A test' }, maker.as)).body).toMatchObject(
      notHeld,
    );
    const own = await makeClient(['jobs:read'], maker.as);
    expect((await change(own.id, body, maker.as)).body).toMatchObject(notHeld);
    // Taking away needs no more than the right to change keys.
    await change(strong.id, { permissions: ['jobs:write'] }, maker.as).expect(200);
    const ending = await makeClient(['jobs:write'], asStaff, {
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const longer = await change(ending.id, { expiresAt: null }, maker.as);
    expect(longer.body).toMatchObject(notHeld);
  });

  test('makes with a token no more than its scope, and nothing that outlasts it', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const client = await makeClient(['apiKeys:write', 'jobs:read'], asStaff, { expiresAt });
    const narrow = await tokenOf(client, 'apiKeys:write');
    const wide = await tokenOf(client);
    const notHeld = { status: 403, code: 'permission_not_held' };
    const body = { permissions: ['jobs:read'] };
    expect((await create(narrow, { ...body, expiresAt })).body).toMatchObject(notHeld);
    expect((await create(wide, body)).body).toMatchObject(notHeld);
    const other = await makeClient(['jobs:read']);
    expect((await act(other.id, 'rotate', {}, wide)).body).toMatchObject(notHeld);
    const child = await makeClient(['jobs:read'], wide, { expiresAt });
    await ask(basic(child), GRANT).expect(200);
    await act(client.id, 'revoke', { reason: 'It leaked' }).expect(200);
    await ask(basic(child), GRANT).expect(401);
  });

  test('acts under its id in the audit log, which has its own changes, too', async () => {
    const client = await makeClient(['roles:write']);
    const made = await shop.api
      .post('/api/v1/admin/roles')
      .set(await tokenOf(client))
      .send({ name: 'made_by_client', title: 'x' })
      .expect(201);
    const { id } = (made.body as { data: { id: string } }).data;
    await change(client.id, { permissions: ['jobs:read'] }).expect(200);
    const { prisma } = shop.ctx.db;
    const [entry] = await prisma.auditEntry.findMany({ where: { subject: id } });
    expect(entry?.actor).toBe(`apiKey:${client.id}`);
    const about = await prisma.auditEntry.findMany({
      where: { subject: client.id },
      orderBy: { id: 'asc' },
    });
    expect(about).toMatchObject([
      { action: 'machineClient.create', actor: 'adminKey' },
      {
        action: 'machineClient.change',
        before: { permissions: ['roles:write'] },
        after: { permissions: ['jobs:read'] },
      },
    ]);
  });

  test('is made, changed and rotated only with a fresh factor', async () => {
    const permissions = ['apiKeys:read', 'apiKeys:write', 'jobs:read'];
    const person = await signInPerson(shop.container, { permissions });
    const client = await makeClient(['jobs:read'], person.as);
    await shop.ctx.db.prisma.session.update({
      where: { id: person.sessionId },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000), factorAt: null },
    });
    const later = await signInPerson(shop.container, { permissions });
    await shop.ctx.db.prisma.session.update({
      where: { id: later.sessionId },
      data: { authenticatedAt: new Date(Date.now() - 3_600_000), factorAt: null },
    });
    const needed = { code: 'factor_required' };
    expect((await create(later.as, { permissions: ['jobs:read'] })).body).toMatchObject(needed);
    expect((await change(client.id, { name: 'x' }, later.as)).body).toMatchObject(needed);
    expect((await act(client.id, 'rotate', {}, later.as)).body).toMatchObject(needed);
    expect((await act(client.id, 'revoke', { reason: 'A test' }, later.as)).body).toMatchObject(
      needed,
    );
  });
});

describe('Tokens of machines and of people', () => {
  const key = createPrivateKey(JWT_SIGNING_KEY);
  const forge = (claims: object, typ: string) => {
    const kid = shop.container.services.identity.publishedKeys[0]?.kid ?? '';
    const header = { alg: 'ES256', typ, kid } as const;
    const token = jwt.sign(claims, key, { algorithm: 'ES256', expiresIn: 60, header });
    return { Authorization: `Bearer ${token}` };
  };

  test('are never taken for each other', async () => {
    const client = await makeClient(['jobs:read']);
    const person = await signInPerson(shop.container, { permissions: ['jobs:read'] });
    const shared = { iss: 'http://shop.test', aud: 'cartwright' };
    const ofClient = { ...shared, sub: client.id, client_id: client.id, scope: 'jobs:read' };
    const ofPerson = { ...shared, sub: person.userId, sid: person.sessionId };
    await list('jobs', forge(ofClient, 'client+jwt')).expect(200);
    await list('jobs', forge(ofPerson, 'at+jwt')).expect(200);
    await list('jobs', forge(ofClient, 'at+jwt')).expect(401);
    await list('jobs', forge(ofPerson, 'client+jwt')).expect(401);
    await list('jobs', forge({ ...ofClient, sub: person.userId }, 'client+jwt')).expect(401);
    const otherShop = { ...ofClient, aud: 'elsewhere' };
    await list('jobs', forge(otherShop, 'client+jwt')).expect(401);
    const { Authorization } = await tokenOf(client);
    const cookie = `__Host-cw_access=${String(Authorization).slice('Bearer '.length)}`;
    expect((await list('jobs', { Cookie: cookie })).status).toBe(401);
  });
});

test('Wrong secrets of clients are counted with wrong keys, and end in refusals of right ones, too', async () => {
  const limited = await startTestApp({
    JWT_SIGNING_KEY,
    DATABASE_URL: shop.container.database.url,
    CODE_RATE_LIMIT_MAX: '3',
  });
  const client = await makeClient(['jobs:read']);
  const wrong = { id: client.id, secret: 'cw_cs_wrong' };
  await ask(basic(client), GRANT, limited).expect(200);
  await ask(basic(wrong), GRANT, limited).expect(401);
  await list('jobs', { Authorization: 'Bearer cw_sk_wrong' }, limited).expect(401);
  await ask(basic(wrong), GRANT, limited).expect(401);
  expect((await ask(basic(client), GRANT, limited)).status).toBe(429);
  await limited.close();
});

test('The tokens of a client share the limit of a key', async () => {
  const limited = await startTestApp({
    JWT_SIGNING_KEY,
    DATABASE_URL: shop.container.database.url,
    RATE_LIMIT_MAX: '3',
  });
  const client = await makeClient(['jobs:read']);
  const policyOf = async (token: Headers) => {
    const { headers } = await list('jobs', token, limited);
    return [headers['ratelimit-policy'], /r=(\d+)/.exec(String(headers['ratelimit']))?.[1]];
  };
  const [first, second] = [await tokenOf(client), await tokenOf(client)];
  expect(await policyOf(first)).toEqual(['"browse-key"; q=30; w=60', '29']);
  expect(await policyOf(second)).toEqual(['"browse-key"; q=30; w=60', '28']);
  await limited.close();
});

test('No client gets a token while wrong secrets cannot be counted', async () => {
  const client = await makeClient(['jobs:read']);
  const { limits } = shop.container.services;
  const outage = new AppError('service_unavailable', 'A test');
  jest.spyOn(limits, 'peek').mockRejectedValue(outage);
  const { status, body } = await ask(basic(client), GRANT);
  expect(status).toBe(503);
  expect(body).not.toHaveProperty('access_token');
});
