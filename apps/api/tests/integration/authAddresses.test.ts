import { writeMail } from '../../src/services/email/writeMail.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { linkTokenOf } from '../../src/utils/linkToken.ts';
import {
  asBearer,
  askForReset,
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { newTotpMember } from '../helpers/factors.ts';
import { testShop } from '../helpers/mails.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const userOf = (id: string) => shop.ctx.db.prisma.user.findUniqueOrThrow({ where: { id } });

const sessionsOf = (userId: string) =>
  shop.ctx.db.prisma.session.count({ where: { userId, revokedAt: null } });

const eventsOf = async (type: string, userId: string) => {
  const events = await shop.ctx.db.prisma.event.findMany({ where: { type } });
  return events
    .map(({ payload }) => payload as { userId: string; tokenId?: string })
    .filter((payload) => payload.userId === userId);
};

/** A mail as it would be sent by this shop. */
async function mailOf(name: string, about: object, locale = 'en') {
  const { prepare } = await loadContent(name);
  const draft = await prepare(shop.ctx, about);
  const { jwtSecret } = shop.container.config.auth;
  const linkTokens = { linkTokenOf: (id: string) => linkTokenOf(jwtSecret, id) };
  const mail = draft && writeMail({ ...draft, locale }, 'customer', { ...testShop, ...linkTokens });
  return { to: draft?.email, text: mail?.text ?? '' };
}

const outdate = (userId: string) =>
  shop.ctx.db.prisma.userToken.updateMany({
    where: { userId },
    data: { createdAt: new Date(Date.now() - 120_000) },
  });

describe('The verification of an address', () => {
  test('by the link of the mail and the password keeps the password and the sessions', async () => {
    const account = await registerAccount(shop);
    const session = await logIn(shop, account);
    const [about] = await eventsOf('user.verification_requested', account.userId);
    const token = await newestToken(shop, account.userId, 'verify_email');
    const mail = await mailOf('user.verify_email', about ?? {});
    expect(mail.to).toBe(account.email);
    expect(mail.text).toContain(`https://shop.test/account/verify-email#token=${token}`);
    const { body } = await postAuth(shop, 'verify-email', { token, password: PASSWORD });
    expect(body.data).toEqual({ status: 'verified' });
    expect((await userOf(account.userId)).emailVerifiedAt).not.toBeNull();
    const refreshed = await postAuth(shop, 'refresh', { refreshToken: session.refreshToken });
    expect(refreshed.body.data.user.emailVerified).toBe(true);
  });

  test('counts for the next request, which may come before the notification of it', async () => {
    const deaf = await startTestApp();
    try {
      await deaf.container.services.eventBus.close();
      const account = await registerAccount(deaf);
      const session = asBearer(await logIn(deaf, account));
      await deaf.api.get('/api/v1/me/addresses').set(session).expect(403);
      const token = await newestToken(deaf, account.userId, 'verify_email');
      await postAuth(deaf, 'verify-email', { token }, session).expect(200);
      const { status } = await deaf.api.get('/api/v1/me/addresses').set(session);
      expect(status).toBe(200);
    } finally {
      await deaf.close();
    }
  });

  test('by a session of the account needs no password, and a session of another does not count', async () => {
    const own = await registerAccount(shop);
    const session = asBearer(await logIn(shop, own));
    const token = await newestToken(shop, own.userId, 'verify_email');
    const kept = await postAuth(shop, 'verify-email', { token }, session);
    expect(kept.body.data).toEqual({ status: 'verified' });
    const other = await registerAccount(shop);
    const otherToken = await newestToken(shop, other.userId, 'verify_email');
    const removed = await postAuth(shop, 'verify-email', { token: otherToken }, session);
    expect(removed.body.data.passwordReset.token).toBeDefined();
  });

  test('by the link alone takes away a password that a stranger may have chosen, and asks for another', async () => {
    const account = await registerAccount(shop);
    await logIn(shop, account);
    const token = await newestToken(shop, account.userId, 'verify_email');
    const { body } = await postAuth(shop, 'verify-email', { token }).expect(200);
    expect(body.data.status).toBe('verified');
    expect(await sessionsOf(account.userId)).toBe(0);
    await postAuth(shop, 'login', { email: account.email, password: PASSWORD }).expect(401);
    const chosen = { token: body.data.passwordReset.token, newPassword: 'the owner’s password' };
    await postAuth(shop, 'reset-password', chosen).expect(200);
    await logIn(shop, { email: account.email, password: chosen.newPassword });
  });

  test('with a wrong password changes nothing', async () => {
    const account = await registerAccount(shop);
    const token = await newestToken(shop, account.userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token, password: 'not the password' }).expect(401);
    expect((await userOf(account.userId)).emailVerifiedAt).toBeNull();
    await postAuth(shop, 'verify-email', { token, password: PASSWORD }).expect(200);
  });

  test('is friendly to a second click', async () => {
    const account = await registerAccount(shop);
    const token = await newestToken(shop, account.userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token, password: PASSWORD }).expect(200);
    const { body } = await postAuth(shop, 'verify-email', { token }).expect(200);
    expect(body.data).toEqual({ status: 'already_verified' });
    await logIn(shop, account);
  });

  test('disables the others who have registered with the address', async () => {
    const email = newEmail();
    const stranger = await registerAccount(shop, { email, password: 'the stranger’s words' });
    await logIn(shop, stranger);
    const strangersToken = await newestToken(shop, stranger.userId, 'verify_email');
    const owner = await registerAccount(shop, { email });
    const token = await newestToken(shop, owner.userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token, password: PASSWORD }).expect(200);
    expect((await userOf(stranger.userId)).status).toBe('disabled');
    expect(await sessionsOf(stranger.userId)).toBe(0);
    await postAuth(shop, 'verify-email', { token: strangersToken }).expect(400);
    await postAuth(shop, 'login', { email, password: 'the stranger’s words' }).expect(401);
  });

  test('is followed by a welcome, in the person’s language, the first time alone', async () => {
    const account = await verifiedAccount(shop);
    const [about] = await eventsOf('user.verified', account.userId);
    const mail = await mailOf('user.welcome', about ?? {});
    expect(mail.to).toBe(account.email);
    expect(mail.text).toContain('Welcome');
    expect((await mailOf('user.welcome', about ?? {}, 'de')).text).toContain('Willkommen');
    const email = newEmail();
    const as = asBearer(account);
    await postAuth(shop, 'change-email', { email, password: PASSWORD }, as).expect(202);
    const token = await newestToken(shop, account.userId, 'change_email');
    await postAuth(shop, 'change-email/confirm', { token }, as).expect(200);
    const [, again] = await eventsOf('user.verified', account.userId);
    expect(again).toMatchObject({ email });
    expect((await mailOf('user.welcome', again ?? {})).text).toBe('');
  });

  test('is told to other domains in its transaction', async () => {
    const { userId, email } = await verifiedAccount(shop);
    const { id: customerId } = await shop.ctx.db.prisma.customer.findUniqueOrThrow({
      where: { userId },
    });
    expect(await eventsOf('user.verified', userId)).toEqual([
      { userId, customerId, email, isFirst: true },
    ]);
  });

  test('is refused for a token that has expired, was replaced, or never was', async () => {
    const expired = await registerAccount(shop);
    const late = await newestToken(shop, expired.userId, 'verify_email');
    await shop.ctx.db.prisma.userToken.updateMany({
      where: { userId: expired.userId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    const replaced = await registerAccount(shop);
    const older = await newestToken(shop, replaced.userId, 'verify_email');
    await outdate(replaced.userId);
    const request = { purpose: 'verify_email', email: replaced.email } as const;
    await shop.container.services.auth.answerMailRequest(shop.ctx, request);
    const newer = await newestToken(shop, replaced.userId, 'verify_email');
    for (const token of [late, older, 'no token']) {
      const { status, body } = await postAuth(shop, 'verify-email', { token });
      expect([status, body.code]).toEqual([400, 'invalid_token']);
    }
    await postAuth(shop, 'verify-email', { token: newer }).expect(200);
  });

  test('of a known address sends a mail that says so, without a link', async () => {
    const { email } = await verifiedAccount(shop);
    const second = await registerAccount(shop, { email, password: 'another password 2' });
    const [about] = await eventsOf('user.verification_requested', second.userId);
    const { to, text } = await mailOf('user.verify_email', about ?? {});
    expect(to).toBe(email);
    expect(text).toContain('already');
    expect(text).not.toContain('#token=');
    expect((await mailOf('user.verify_email', about ?? {}, 'de')).text).toContain('schon');
  });
});

describe('A registration of an address that has three', () => {
  test('tells its owner once a day how to take it over', async () => {
    const accounts = [await registerAccount(shop)];
    const { email } = accounts[0] as { email: string };
    for (let at = 0; at < 2; at++) {
      accounts.push(await registerAccount(shop, { email, password: `a stranger’s words ${at}` }));
    }
    for (let at = 0; at < 2; at++) {
      await postAuth(shop, 'register', { email, password: PASSWORD }).expect(202);
      for (const { userId } of accounts) await outdate(userId);
    }
    const { userId = '' } = accounts[2] ?? {};
    const told = await eventsOf('user.registration_refused', userId);
    expect(told).toHaveLength(1);
    const token = await newestToken(shop, userId, 'reset_password');
    const mail = await mailOf('user.registration_refused', told[0] ?? {});
    expect(mail.to).toBe(email);
    expect(mail.text).toContain(`/account/reset-password#token=${token}`);
    const newPassword = 'the owner’s password';
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    await logIn(shop, { email, password: newPassword });
    await postAuth(shop, 'login', { email, password: PASSWORD }).expect(401);
  });
});

describe('A flood of requests for mails', () => {
  test('to an address refuses none of its owner, and sends five mails an hour', async () => {
    const account = await verifiedAccount(shop);
    const { email, userId } = account;
    for (let at = 0; at < 7; at++) {
      await askForReset(shop, account);
      await outdate(userId);
    }
    expect(await eventsOf('user.reset_requested', userId)).toHaveLength(5);
    // The newest link works, and its use begins the count again.
    const token = await newestToken(shop, userId, 'reset_password');
    const newPassword = 'a new password of words';
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    await askForReset(shop, account);
    expect(await eventsOf('user.reset_requested', userId)).toHaveLength(6);
    await logIn(shop, { email, password: newPassword });
  });

  test('from many networks gets no one refused by the address that they name', async () => {
    const other = await startTestApp({ TRUST_PROXY: '1', SIGN_IN_RATE_LIMIT_MAX: '2' });
    try {
      const { email } = await registerAccount(other);
      const paths = ['auth/forgot-password', 'auth/verify-email/resend', 'auth/register'];
      const password = PASSWORD;
      for (const path of ['newsletter', ...paths]) {
        const body = { email, ...(path === 'auth/register' && { password }) };
        const given = path === 'newsletter' ? { ...body, topics: ['offers'] } : body;
        for (let at = 1; at <= 8; at++) {
          const from = { 'X-Forwarded-For': `198.51.100.${at}` };
          const { status } = await other.api.post(`/api/v1/${path}`).set(from).send(given);
          expect([path, status]).toEqual([path, 202]);
        }
      }
      const from = { 'X-Forwarded-For': '203.0.113.9' };
      const ask = () => postAuth(other, 'forgot-password', { email }, from);
      for (let at = 0; at < 4; at++) await ask().expect(202);
      expect((await ask()).status).toBe(429);
      const options = () => postAuth(other, 'passkeys/sign-in/options', {}, from);
      for (let at = 0; at < 6; at++) await options().expect(200);
      expect((await options()).status).toBe(429);
    } finally {
      await other.close();
    }
  });
});

describe('A request for another verification mail', () => {
  test('has one answer for every address, and issues a token once a minute', async () => {
    const account = await registerAccount(shop);
    const send = (email: string) => postAuth(shop, 'verify-email/resend', { email });
    const [known, unknown] = [await send(account.email), await send(newEmail())];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    const request = { purpose: 'verify_email', email: account.email } as const;
    const answer = () => shop.container.services.auth.answerMailRequest(shop.ctx, request);
    await answer();
    expect(await eventsOf('user.verification_requested', account.userId)).toHaveLength(1);
    await outdate(account.userId);
    await answer();
    await answer();
    expect(await eventsOf('user.verification_requested', account.userId)).toHaveLength(2);
  });
});

describe('A lost password', () => {
  test('is asked for with one answer and as many statements for every address', async () => {
    const { email } = await verifiedAccount(shop);
    const send = (to: string) => postAuth(shop, 'forgot-password', { email: to }).expect(202);
    await send(email);
    const [known, unknown] = [await send(email), await send(newEmail())];
    expect(known.body).toEqual(unknown.body);
    const statements = (answer: { headers: Record<string, string> }) =>
      /"(\d+) statements"/.exec(answer.headers['server-timing'] ?? '')?.[1];
    expect(statements(known)).toBe(statements(unknown));
  });

  test('is replaced by a link that works once, ends all sessions, and is told by mail', async () => {
    const account = await verifiedAccount(shop);
    const token = await askForReset(shop, account);
    const [about] = await eventsOf('user.reset_requested', account.userId);
    expect((await mailOf('user.reset_password', about ?? {})).text).toContain(`#token=${token}`);
    const newPassword = 'a new password of words';
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    expect(await sessionsOf(account.userId)).toBe(0);
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(400);
    await postAuth(shop, 'login', { email: account.email, password: PASSWORD }).expect(401);
    await logIn(shop, { email: account.email, password: newPassword });
    const [changed] = await eventsOf('user.password_changed', account.userId);
    expect((await mailOf('user.password_changed', changed ?? {})).to).toBe(account.email);
  });

  test('is not replaced by a weak one, and the link stays valid', async () => {
    const account = await verifiedAccount(shop);
    const token = await askForReset(shop, account);
    const weak = await postAuth(shop, 'reset-password', { token, newPassword: 'aaaaaaaaaaaaaaa' });
    expect([weak.status, weak.body.code]).toEqual([422, 'password_too_weak']);
    await postAuth(shop, 'reset-password', { token, newPassword: 'a stronger password' }).expect(
      200,
    );
  });

  test('of an unverified account proves its address', async () => {
    const account = await registerAccount(shop);
    const token = await askForReset(shop, account);
    await postAuth(shop, 'reset-password', { token, newPassword: 'the owner’s password' }).expect(
      200,
    );
    expect((await userOf(account.userId)).emailVerifiedAt).not.toBeNull();
  });

  test('is not replaced by an older link, nor after an hour', async () => {
    const account = await verifiedAccount(shop);
    const older = await askForReset(shop, account);
    await outdate(account.userId);
    const newer = await askForReset(shop, account);
    expect(newer).not.toBe(older);
    const newPassword = 'a new password of words';
    await postAuth(shop, 'reset-password', { token: older, newPassword }).expect(400);
    const row = await shop.ctx.db.prisma.userToken.findFirstOrThrow({
      where: { userId: account.userId, purpose: 'reset_password', usedAt: null },
      orderBy: { expiresAt: 'desc' },
    });
    const minutes = (row.expiresAt.getTime() - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThanOrEqual(60);
  });
});

describe('A change of the password', () => {
  test('asks for the current one, and ends the other sessions', async () => {
    const account = await verifiedAccount(shop);
    const other = await logIn(shop, account);
    const body = { currentPassword: 'not the password', newPassword: 'a new password of words' };
    const as = asBearer(account);
    const refused = await postAuth(shop, 'change-password', body, as);
    expect([refused.status, refused.body.code]).toEqual([403, 'wrong_password']);
    await postAuth(shop, 'change-password', { ...body, currentPassword: PASSWORD }, as).expect(200);
    await postAuth(shop, 'refresh', { refreshToken: other.refreshToken }).expect(401);
    await postAuth(shop, 'refresh', { refreshToken: account.refreshToken }).expect(200);
    await logIn(shop, { email: account.email, password: body.newPassword });
  });

  test('voids a link to reset it', async () => {
    const account = await verifiedAccount(shop);
    const token = await askForReset(shop, account);
    const body = { currentPassword: PASSWORD, newPassword: 'a new password of words' };
    await postAuth(shop, 'change-password', body, asBearer(account)).expect(200);
    const late = await postAuth(shop, 'reset-password', { token, newPassword: 'and another one' });
    expect(late.body.code).toBe('invalid_token');
  });
});

describe('A change of the address', () => {
  test('is confirmed from the new one, and told to the old one before and after', async () => {
    const account = await verifiedAccount(shop);
    const email = newEmail();
    const as = asBearer(account);
    await postAuth(shop, 'change-email', { email, password: 'not the password' }, as).expect(403);
    await postAuth(shop, 'change-email', { email, password: PASSWORD }, as).expect(202);
    expect((await userOf(account.userId)).email).toBe(account.email);
    const token = await newestToken(shop, account.userId, 'change_email');
    const [about] = await eventsOf('user.email_change_requested', account.userId);
    const [link, notice] = [
      await mailOf('user.change_email', about ?? {}),
      await mailOf('user.email_change_started', about ?? {}),
    ];
    expect([link.to, notice.to]).toEqual([email, account.email]);
    expect(link.text).toContain(`/account/change-email#token=${token}`);
    expect(notice.text).not.toContain('#token=');
    // The link alone would let a stranger have someone else's address confirmed for them.
    const alone = await postAuth(shop, 'change-email/confirm', { token }).expect(401);
    expect(alone.body.code).toBe('sign_in_required');
    const stranger = asBearer(await verifiedAccount(shop));
    await postAuth(shop, 'change-email/confirm', { token }, stranger).expect(401);
    const wrong = { token, password: 'not the password' };
    await postAuth(shop, 'change-email/confirm', wrong).expect(401);
    expect(await userOf(account.userId)).toMatchObject({ email: account.email });
    await postAuth(shop, 'change-email/confirm', { token }, as).expect(200);
    expect(await userOf(account.userId)).toMatchObject({ email, emailKey: email });
    const [changed] = await eventsOf('user.email_changed', account.userId);
    expect((await mailOf('user.email_changed', changed ?? {})).to).toBe(account.email);
    // A second click is friendly, and changes nothing.
    const again = await postAuth(shop, 'change-email/confirm', { token }).expect(200);
    expect(again.body.data).toEqual({ status: 'done' });
    expect(await eventsOf('user.email_changed', account.userId)).toHaveLength(1);
    await logIn(shop, { email, password: PASSWORD });
  });

  test('that was begun is void once the password is reset', async () => {
    const account = await verifiedAccount(shop);
    const change = { email: newEmail(), password: PASSWORD };
    await postAuth(shop, 'change-email', change, asBearer(account)).expect(202);
    const token = await newestToken(shop, account.userId, 'change_email');
    const reset = {
      token: await askForReset(shop, account),
      newPassword: 'a new password of words',
    };
    await postAuth(shop, 'reset-password', reset).expect(200);
    const confirmation = { token, password: reset.newPassword };
    const late = await postAuth(shop, 'change-email/confirm', confirmation);
    expect([late.status, late.body.code]).toEqual([400, 'invalid_token']);
  });

  test('asks for a fresh second factor where there is one', async () => {
    const member = await newTotpMember(shop);
    const { prisma } = shop.ctx.db;
    const body = { email: newEmail(), password: PASSWORD };
    const change = () => postAuth(shop, 'change-email', body, member.as);
    const long = new Date(Date.now() - 3_600_000);
    await prisma.session.updateMany({ where: { userId: member.userId }, data: { factorAt: long } });
    shop.container.services.identity.forget(member.userId);
    const refused = await change();
    expect([refused.status, refused.body.code]).toEqual([403, 'factor_required']);
    await prisma.session.updateMany({
      where: { userId: member.userId },
      data: { factorAt: new Date() },
    });
    shop.container.services.identity.forget(member.userId);
    expect((await change()).status).toBe(202);
  });

  test('of an account without a password asks for a fresh sign-in, and of others for the password', async () => {
    const account = await verifiedAccount(shop);
    const { userId } = account;
    const { prisma } = shop.ctx.db;
    const change = () => postAuth(shop, 'change-email', { email: newEmail() }, asBearer(account));
    expect((await change()).body.code).toBe('wrong_password');
    await prisma.user.update({ where: { id: userId }, data: { passwordHash: null } });
    expect((await change()).status).toBe(202);
    const long = new Date(Date.now() - 3_600_000);
    await prisma.session.updateMany({ where: { userId }, data: { authenticatedAt: long } });
    shop.container.services.identity.forget(userId);
    expect((await change()).body.code).toBe('factor_required');
  });

  test('to a taken one has the same answer, and its mail has no link', async () => {
    const owner = await verifiedAccount(shop);
    const account = await verifiedAccount(shop);
    const as = asBearer(account);
    const free = await postAuth(
      shop,
      'change-email',
      { email: newEmail(), password: PASSWORD },
      as,
    );
    const body = { email: owner.email, password: PASSWORD };
    const taken = await postAuth(shop, 'change-email', body, as);
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const [, about] = await eventsOf('user.email_change_requested', account.userId);
    const mail = await mailOf('user.change_email', about ?? {});
    expect(mail.to).toBe(owner.email);
    expect(mail.text).not.toContain('#token=');
    const token = await newestToken(shop, account.userId, 'change_email');
    await postAuth(shop, 'change-email/confirm', { token }, as).expect(400);
    expect((await userOf(account.userId)).email).toBe(account.email);
  });
});

describe('Sessions', () => {
  test('are listed for their user alone, and ended one by one or all at once', async () => {
    const account = await registerAccount(shop);
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
    const body = { email: account.email, password: PASSWORD };
    const { body: first } = await postAuth(shop, 'login', body, { 'User-Agent': agent });
    const second = await logIn(shop, account);
    const as = asBearer(second);
    const list = async () => (await shop.api.get('/api/v1/auth/sessions').set(as)).body.data;
    const shown = (await list()) as { id: string; current: boolean; device: string }[];
    expect(shown.map(({ id, current }) => [id, current])).toEqual([
      [second.session.id, true],
      [first.data.session.id, false],
    ]);
    expect(shown[1]?.device).toBe('Firefox on Windows');
    const stranger = asBearer(await logIn(shop, await registerAccount(shop)));
    const path = `/api/v1/auth/sessions/${first.data.session.id}`;
    await shop.api.delete(path).set(stranger).expect(404);
    await shop.api.delete(path).set(as).expect(200);
    await shop.api.delete(path).set(as).expect(404);
    expect(await list()).toHaveLength(1);
    await postAuth(shop, 'logout-all', {}, as).expect(200);
    expect(await sessionsOf(account.userId)).toBe(0);
  });
});

test('A session that was proved long ago ends itself, and others only after another proof', async () => {
  const account = await registerAccount(shop);
  const [other, own] = [await logIn(shop, account), await logIn(shop, account)];
  const as = asBearer(own);
  await shop.ctx.db.prisma.session.update({
    where: { id: own.session.id },
    data: { authenticatedAt: new Date(Date.now() - 3_600_000) },
  });
  shop.container.services.identity.forget(account.userId);
  const end = (id: string) => shop.api.delete(`/api/v1/auth/sessions/${id}`).set(as);
  const refused = [await end(other.session.id), await postAuth(shop, 'logout-all', {}, as)];
  expect(refused.map(({ body }) => body.code)).toEqual(['factor_required', 'factor_required']);
  expect(await sessionsOf(account.userId)).toBe(2);
  expect((await end(own.session.id)).status).toBe(200);
  expect(await sessionsOf(account.userId)).toBe(1);
});

describe('The page of a link', () => {
  test.each(['verify-email', 'reset-password', 'change-email'])(
    'is the shop’s own: %s, in the reader’s language, and runs no script but its own',
    async (action) => {
      const { headers, text } = await shop.api
        .get(`/account/${action}`)
        .set('Accept-Language', 'de')
        .expect(200);
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; .*script-src 'sha256-[^']+'; .*frame-ancestors 'none'$/,
      );
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('lang="de"');
      expect(text).toContain('/api/v1/auth/');
    },
  );
});
