import { createHash } from 'node:crypto';
import { ACCESS_COOKIE, DEVICE_COOKIE, REFRESH_COOKIE } from '../../src/kernel/cookies.ts';
import {
  asBearer,
  cookiesOf,
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  registerAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const usersOf = (email: string) =>
  shop.ctx.db.prisma.user.findMany({ where: { emailKey: email }, include: { customer: true } });

const me = (headers: Record<string, string>) => shop.api.get('/api/v1/auth/me').set(headers);

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

describe('A registration', () => {
  test('makes a user and a customer, whose address is not verified', async () => {
    const email = newEmail();
    await registerAccount(shop, { email, firstName: 'Ada', locale: 'de-DE' });
    const [user] = await usersOf(email);
    expect(user).toMatchObject({ firstName: 'Ada', locale: 'de-DE', emailVerifiedAt: null });
    expect(user?.customer).not.toBeNull();
    expect(user?.passwordHash).not.toContain(PASSWORD);
  });

  test('answers a known address as an unknown one, and leaves the known account as it was', async () => {
    const { email, userId } = await registerAccount(shop);
    await shop.ctx.db.prisma.user.update({
      where: { id: userId },
      data: { emailVerifiedAt: new Date() },
    });
    const known = await postAuth(shop, 'register', { email, password: 'another password 2' });
    const unknown = await postAuth(shop, 'register', { email: newEmail(), password: PASSWORD });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect((await logIn(shop, { email, password: PASSWORD })).session.id).toMatch(/^ses_/);
  });

  test('of one address is made three times, even in parallel, and then answered alike', async () => {
    const email = newEmail();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => postAuth(shop, 'register', { email, password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 202));
    expect(await usersOf(email)).toHaveLength(3);
  });

  test('keeps the first one’s password right, however many others follow it', async () => {
    const first = await registerAccount(shop);
    const { email } = first;
    for (let at = 0; at < 4; at++) {
      await postAuth(shop, 'register', { email, password: `a stranger’s words ${at}` }).expect(202);
    }
    const { body } = await me(asBearer(await logIn(shop, first)));
    expect(body.data.user.id).toBe(first.userId);
  });

  test('takes no members that are the shop’s affair', async () => {
    const body = { email: newEmail(), password: PASSWORD };
    for (const more of [{ emailVerifiedAt: '2026-01-01' }, { status: 'active' }, { id: 'usr_1' }]) {
      expect((await postAuth(shop, 'register', { ...body, ...more })).status).toBe(400);
    }
  });
});

describe('A sign-in', () => {
  test('opens a session, of whose refresh token only the hash is stored', async () => {
    const account = await registerAccount(shop);
    const { accessToken, refreshToken, session } = await logIn(shop, account);
    const { body } = await me(asBearer({ accessToken })).expect(200);
    expect(body.data).toMatchObject({
      user: { id: account.userId, email: account.email, emailVerified: false },
      session: { id: session.id, current: true, mode: 'bearer' },
    });
    const stored = await shop.ctx.db.prisma.refreshToken.findMany({
      where: { sessionId: session.id },
    });
    expect(stored.map(({ hash }) => hash)).toEqual([sha256(refreshToken)]);
  });

  test('is refused alike for an unknown address, a wrong password and a disabled account', async () => {
    const account = await registerAccount(shop);
    const disabled = await registerAccount(shop);
    await shop.ctx.db.prisma.user.update({
      where: { id: disabled.userId },
      data: { status: 'disabled' },
    });
    const answers = await Promise.all([
      postAuth(shop, 'login', { email: newEmail(), password: PASSWORD }),
      postAuth(shop, 'login', { email: account.email, password: 'not the password' }),
      postAuth(shop, 'login', { email: disabled.email, password: PASSWORD }),
    ]);
    const shown = answers.map(({ status, body }) => {
      const { requestId, ...rest } = body as { requestId: string };
      return { status, rest, hasId: requestId !== '' };
    });
    expect(shown[0]).toMatchObject({ status: 401, rest: { code: 'invalid_credentials' } });
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  });

  test('among several registrations of an address is that of the password', async () => {
    const email = newEmail();
    const first = await registerAccount(shop, { email, password: 'the first password' });
    const second = await registerAccount(shop, { email, password: 'the second password' });
    for (const account of [first, second]) {
      const { body } = await me(asBearer(await logIn(shop, account)));
      expect(body.data.user.id).toBe(account.userId);
    }
  });

  test('makes a new session each time, whatever tokens the request brings along', async () => {
    const account = await registerAccount(shop);
    const stranger = await logIn(shop, await registerAccount(shop));
    const fixed = { Cookie: `${ACCESS_COOKIE}=${stranger.accessToken}; ${REFRESH_COOKIE}=abc` };
    const body = { email: account.email, password: PASSWORD };
    const answer = await postAuth(shop, 'login', body, fixed).expect(200);
    expect(answer.body.data.session.id).not.toBe(stranger.session.id);
    expect(answer.body.data.refreshToken).not.toBe('abc');
  });

  test('is possible while the cookie of an ended session is sent along', async () => {
    const account = await registerAccount(shop);
    const body = { email: account.email, password: PASSWORD };
    const answer = await postAuth(shop, 'login', body, { Cookie: `${ACCESS_COOKIE}=nonsense` });
    expect(answer.status).toBe(200);
  });

  test('by cookie shows no token to scripts, and its writes need the CSRF token', async () => {
    const account = await registerAccount(shop);
    const answer = await postAuth(shop, 'login', {
      email: account.email,
      password: PASSWORD,
      mode: 'cookie',
    }).expect(200);
    const { csrfToken, ...shown } = answer.body.data as Record<string, string>;
    expect(Object.keys(shown).sort()).toEqual(['expiresIn', 'mode', 'session', 'status', 'user']);
    const lines = answer.headers['set-cookie'] as unknown as string[];
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/; HttpOnly; Secure; SameSite=(Lax|Strict)/);
    const { [ACCESS_COOKIE]: access = '', ...rest } = cookiesOf(answer);
    expect(Object.keys(rest).sort()).toEqual([DEVICE_COOKIE, REFRESH_COOKIE].sort());
    const Cookie = `${ACCESS_COOKIE}=${access}`;
    const { body } = await me({ Cookie }).expect(200);
    expect(body.data.csrfToken).toBe(csrfToken);
    const refused = await postAuth(shop, 'logout', {}, { Cookie }).expect(403);
    expect(refused.body.code).toBe('csrf_token_invalid');
    await postAuth(shop, 'logout', {}, { Cookie, 'X-CSRF-Token': csrfToken ?? '' }).expect(200);
  });

  test('keeps nothing for an Idempotency-Key', async () => {
    const account = await registerAccount(shop);
    const before = await shop.ctx.db.prisma.idempotencyKey.count();
    const key = { 'Idempotency-Key': 'a-key-of-the-test' };
    const body = { email: account.email, password: PASSWORD };
    const one = await postAuth(shop, 'login', body, key).expect(200);
    const other = await postAuth(shop, 'login', body, key).expect(200);
    expect(other.body.data.refreshToken).not.toBe(one.body.data.refreshToken);
    expect(await shop.ctx.db.prisma.idempotencyKey.count()).toBe(before);
  });

  test('replaces a hash that costs less than new ones', async () => {
    const dear = await startTestApp({
      PASSWORD_BCRYPT_COST: '5',
      DATABASE_URL: shop.container.database.url,
    });
    const account = await registerAccount(shop);
    await logIn(dear, account);
    const [user] = await usersOf(account.email);
    expect(user?.passwordHash).toContain('$05$');
    await logIn(shop, account);
    await dear.close();
  });
});

describe('A sign-out', () => {
  test('ends the session at once, and its refresh token', async () => {
    const { accessToken, refreshToken } = await logIn(shop, await registerAccount(shop));
    await postAuth(shop, 'logout', {}, asBearer({ accessToken })).expect(200);
    await postAuth(shop, 'refresh', { refreshToken }).expect(401);
    expect(
      await eventually(async () => (await me(asBearer({ accessToken }))).status === 401, 1000),
    ).toBe(true);
  });

  test('needs no more than the refresh token, once the access token has expired', async () => {
    const { refreshToken } = await logIn(shop, await registerAccount(shop));
    const answer = await postAuth(
      shop,
      'logout',
      {},
      { Cookie: `${REFRESH_COOKIE}=${refreshToken}` },
    );
    expect(cookiesOf(answer)).toEqual({ [ACCESS_COOKIE]: '', [REFRESH_COOKIE]: '' });
    await postAuth(shop, 'refresh', { refreshToken }).expect(401);
  });
});

describe('A caller whose access token is no longer valid', () => {
  const stale = { Authorization: 'Bearer eyJhbGciOiJFUzI1NiJ9.e30.AAAA' };

  test('signs out by the refresh token, or by its cookie', async () => {
    const account = await registerAccount(shop);
    const { refreshToken } = await logIn(shop, account);
    await postAuth(shop, 'logout', { refreshToken }, stale).expect(200);
    await postAuth(shop, 'refresh', { refreshToken }).expect(401);
    const body = { email: account.email, password: PASSWORD, mode: 'cookie' };
    const cookies = cookiesOf(await postAuth(shop, 'login', body));
    const refresh = cookies['__Secure-cw_refresh'] ?? '';
    const Cookie = `__Host-cw_access=no.longer.valid; __Secure-cw_refresh=${refresh}`;
    await postAuth(shop, 'logout', {}, { Cookie }).expect(200);
    expect((await postAuth(shop, 'refresh', { refreshToken: refresh })).status).toBe(401);
  });

  test('is refused by no route for which it does not matter who calls', async () => {
    const account = await registerAccount(shop);
    const { refreshToken } = await logIn(shop, account);
    const { email, userId, password } = account;
    const token = await newestToken(shop, userId, 'verify_email');
    const requests = [
      ['auth/refresh', { refreshToken }, 200],
      ['auth/verify-email', { token, password }, 200],
      ['auth/verify-email/resend', { email }, 202],
      ['auth/forgot-password', { email }, 202],
      ['auth/reset-password', { token: 'none', newPassword: 'another password 2' }, 400],
      ['auth/change-email/confirm', { token: 'none' }, 400],
      ['auth/invitations/accept', { token: 'none' }, 400],
      ['newsletter', { email, topics: ['offers'] }, 202],
      ['newsletter/confirm', { token: 'none' }, 404],
      ['newsletter/unsubscribe', { token: 'none' }, 404],
    ] as const;
    for (const [path, body, due] of requests) {
      const { status } = await shop.api.post(`/api/v1/${path}`).set(stale).send(body);
      expect([path, status]).toEqual([path, due]);
    }
  });
});

describe('A refresh token', () => {
  const used = async (hash: string, seconds: number) =>
    shop.ctx.db.prisma.refreshToken.update({
      where: { hash },
      data: { usedAt: new Date(Date.now() - seconds * 1000) },
    });
  const sessionOf = (id: string) => shop.ctx.db.prisma.session.findUniqueOrThrow({ where: { id } });

  test('is exchanged for the next, of the same session', async () => {
    const { refreshToken, session } = await logIn(shop, await registerAccount(shop));
    const { body } = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    expect(body.data.session.id).toBe(session.id);
    expect(body.data.refreshToken).not.toBe(refreshToken);
    await me(asBearer(body.data)).expect(200);
    await postAuth(shop, 'refresh', { refreshToken: body.data.refreshToken }).expect(200);
  });

  test('of a cookie is exchanged for cookies', async () => {
    const account = await registerAccount(shop);
    const body = { email: account.email, password: PASSWORD, mode: 'cookie' };
    const { [REFRESH_COOKIE]: token } = cookiesOf(await postAuth(shop, 'login', body));
    const answer = await postAuth(shop, 'refresh', {}, { Cookie: `${REFRESH_COOKIE}=${token}` });
    expect(answer.body.data.refreshToken).toBeUndefined();
    expect(cookiesOf(answer)[REFRESH_COOKIE]).toMatch(/^[\w-]{43}$/);
    expect(cookiesOf(answer)[REFRESH_COOKIE]).not.toBe(token);
  });

  test('gets the same successor again within seconds, as long as that is unused', async () => {
    const { refreshToken } = await logIn(shop, await registerAccount(shop));
    const first = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    const second = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    expect(second.body.data.refreshToken).toBe(first.body.data.refreshToken);
  });

  test('that comes back after its successor was used ends the session, and the user is told', async () => {
    const { refreshToken, session } = await logIn(shop, await registerAccount(shop));
    const { body } = await postAuth(shop, 'refresh', { refreshToken });
    const { refreshToken: latest } = (
      await postAuth(shop, 'refresh', { refreshToken: body.data.refreshToken })
    ).body.data;
    const refused = await postAuth(shop, 'refresh', { refreshToken }).expect(401);
    expect(refused.body.code).toBe('invalid_refresh_token');
    expect((await sessionOf(session.id)).revokedReason).toBe('refresh_reused');
    await postAuth(shop, 'refresh', { refreshToken: latest }).expect(401);
    const events = await shop.ctx.db.prisma.event.findMany({
      where: { type: 'session.reuse_detected' },
    });
    expect(events.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ sessionId: session.id }),
    );
  });

  test('that comes back after the grace ends the session, though its successor is unused', async () => {
    const { refreshToken, session } = await logIn(shop, await registerAccount(shop));
    const { body } = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    await used(sha256(refreshToken), 11);
    await postAuth(shop, 'refresh', { refreshToken }).expect(401);
    await postAuth(shop, 'refresh', { refreshToken: body.data.refreshToken }).expect(401);
    expect((await sessionOf(session.id)).revokedReason).toBe('refresh_reused');
  });

  test('is void after 30 days, as one that never was', async () => {
    const late = await logIn(shop, await registerAccount(shop));
    await shop.ctx.db.prisma.refreshToken.updateMany({
      where: { sessionId: late.session.id },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const refused = await postAuth(shop, 'refresh', { refreshToken: late.refreshToken });
    expect(refused.body.code).toBe('invalid_refresh_token');
    await postAuth(shop, 'refresh', { refreshToken: 'x'.repeat(43) }).expect(401);
    await postAuth(shop, 'refresh', {}).expect(400);
  });

  test('extends a session up to 180 days after the sign-in', async () => {
    const { refreshToken, session } = await logIn(shop, await registerAccount(shop));
    const createdAt = new Date(Date.now() - 170 * 86_400_000);
    await shop.ctx.db.prisma.session.update({ where: { id: session.id }, data: { createdAt } });
    const { body } = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    const days = (Date.parse(body.data.session.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(10);
  });
});
