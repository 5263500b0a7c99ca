import {
  askForReset,
  asBearer,
  cookiesOf,
  logIn,
  newestToken,
  postAuth,
  registerAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import { asStaff } from '../helpers/staff.ts';
import { addPasskey, codeOf, codeOfProblem, dataOf } from '../helpers/factors.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const setVerified = (id: string, emailVerifiedAt: Date | null) =>
  shop.ctx.db.prisma.user.update({ where: { id }, data: { emailVerifiedAt } });

/** A stranger who has registered with another's address, signed in. */
async function stranger() {
  const account = await registerAccount(shop);
  const session = await logIn(shop, account);
  return { ...account, ...session, as: asBearer(session) };
}

/** The same with all factors that there are, as if the rule against them had failed. */
async function strangerWithFactors() {
  const account = await stranger();
  const { userId, as } = account;
  const authenticator = new SoftwareAuthenticator();
  await setVerified(userId, new Date());
  shop.container.services.identity.forget(userId);
  await addPasskey(shop, account, authenticator);
  const { secret } = dataOf<{ secret: string }>(
    await postAuth(shop, 'factors/totp', {}, as).expect(200),
  );
  await postAuth(shop, 'factors/totp/confirm', { code: codeOf(secret) }, as).expect(200);
  const { deviceToken } = account;
  await shop.container.services.factors.rememberDevice(shop.ctx, { userId, deviceToken });
  await setVerified(userId, null);
  return { ...account, authenticator };
}

async function signInByPasskey(authenticator: SoftwareAuthenticator) {
  const options = dataOf<never>(await postAuth(shop, 'passkeys/sign-in/options', {}));
  return postAuth(shop, 'passkeys/sign-in', { passkey: authenticator.get(options) });
}

/** How many rows of someone's factors there are. */
async function factorsOf(userId: string): Promise<number[]> {
  const { prisma } = shop.ctx.db;
  const where = { userId };
  return Promise.all([
    prisma.passkey.count({ where }),
    prisma.totpSecret.count({ where }),
    prisma.backupCode.count({ where }),
    prisma.rememberedDevice.count({ where }),
    prisma.signInChallenge.count({ where }),
  ]);
}

const newPassword = 'the owner’s password';

describe('A stranger who has registered with another’s address', () => {
  test('adds no factors', async () => {
    const { as } = await stranger();
    const asked = { challenge: 'none', rp: { id: 'shop.test' }, user: { id: 'none' } };
    const passkey = { name: 'Phone', credential: new SoftwareAuthenticator().create(asked) };
    for (const [path, body] of [
      ['factors/totp', {}],
      ['factors/totp/confirm', { code: '000000' }],
      ['passkeys/options', {}],
      ['passkeys', passkey],
    ] as const) {
      const answer = await postAuth(shop, path, body, as);
      expect([path, answer.status, codeOfProblem(answer)]).toEqual([
        path,
        403,
        'email_not_verified',
      ]);
    }
  });

  test('loses every factor and device when the owner verifies by the link alone', async () => {
    const { userId, email, deviceToken, authenticator } = await strangerWithFactors();
    expect((await signInByPasskey(authenticator)).status).toBe(200);
    const token = await newestToken(shop, userId, 'verify_email');
    const { passwordReset } = dataOf<{ passwordReset: { token: string } }>(
      await postAuth(shop, 'verify-email', { token }).expect(200),
    );
    expect(codeOfProblem(await signInByPasskey(authenticator))).toBe('factor_invalid');
    expect(await factorsOf(userId)).toEqual([0, 0, 0, 0, 0]);
    await postAuth(shop, 'reset-password', { ...passwordReset, newPassword }).expect(200);
    const owner = await postAuth(shop, 'login', { email, password: newPassword, deviceToken });
    expect(dataOf<{ status: string }>(owner).status).toBe('signed_in');
  });

  test('loses them when the owner resets the password, too', async () => {
    const account = await strangerWithFactors();
    const token = await askForReset(shop, account);
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    expect(codeOfProblem(await signInByPasskey(account.authenticator))).toBe('factor_invalid');
    expect(await factorsOf(account.userId)).toEqual([0, 0, 0, 0, 0]);
    await logIn(shop, { email: account.email, password: newPassword });
  });

  test('gets no session for a passkey that was checked before it was removed', async () => {
    const { userId } = await strangerWithFactors();
    const { passwordChangedAt } = await shop.ctx.db.prisma.user.findUniqueOrThrow({
      where: { id: userId },
    });
    const token = await newestToken(shop, userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token }).expect(200);
    const signIn = { userId, method: 'passkey', mode: 'bearer', passwordChangedAt } as const;
    await expect(
      shop.container.services.auth.completeSignIn(shop.ctx, { ...signIn, factorAt: new Date() }),
    ).rejects.toMatchObject({ code: 'invalid_credentials' });
  });
});

/** Whose account it is, by its verified user. */
const ownerOf = async (emailKey: string) =>
  (
    await shop.ctx.db.prisma.user.findFirst({
      where: { emailKey, emailVerifiedAt: { not: null }, status: 'active' },
    })
  )?.id;

describe('An owner whose address a stranger registers later', () => {
  /** The owner, and the stranger whose link is the newest in the owner's mailbox. */
  async function besieged() {
    const owner = await registerAccount(shop);
    const { email } = owner;
    const intruder = await registerAccount(shop, { email, password: 'the stranger’s words' });
    return {
      owner,
      email,
      intruder,
      token: await newestToken(shop, intruder.userId, 'verify_email'),
    };
  }

  test('keeps the own account by its session, though the link was the stranger’s', async () => {
    const { owner, email, token } = await besieged();
    const session = asBearer(await logIn(shop, owner));
    const verified = await postAuth(shop, 'verify-email', { token }, session).expect(200);
    expect(verified.body.data).toEqual({ status: 'verified' });
    expect(await ownerOf(email)).toBe(owner.userId);
    await logIn(shop, owner);
    // A second click is friendly, and changes nothing.
    const again = await postAuth(shop, 'verify-email', { token }).expect(200);
    expect(again.body.data).toEqual({ status: 'already_verified' });
    await logIn(shop, owner);
  });

  test('keeps it by its password, too, and by the refresh cookie of its browser', async () => {
    const first = await besieged();
    const { password } = first.owner;
    await postAuth(shop, 'verify-email', { token: first.token, password }).expect(200);
    expect(await ownerOf(first.email)).toBe(first.owner.userId);
    const { owner, email, token } = await besieged();
    const signIn = { email, password: owner.password, mode: 'cookie' };
    const cookies = cookiesOf(await postAuth(shop, 'login', signIn).expect(200));
    const Cookie = `__Secure-cw_refresh=${cookies['__Secure-cw_refresh'] ?? ''}`;
    const { body } = await postAuth(shop, 'verify-email', { token }, { Cookie }).expect(200);
    expect(body.data).toEqual({ status: 'verified' });
    expect(await ownerOf(email)).toBe(owner.userId);
  });

  test('gets a new link for the own account where a session asks for it', async () => {
    const { owner, email } = await besieged();
    const session = asBearer(await logIn(shop, owner));
    const enqueue = jest.spyOn(shop.container.services.queue, 'enqueue');
    await postAuth(shop, 'verify-email/resend', { email }, session).expect(202);
    const payload = enqueue.mock.lastCall?.[2];
    expect(payload).toEqual({ purpose: 'verify_email', email, userId: owner.userId });
    await shop.ctx.db.prisma.userToken.deleteMany({ where: { email } });
    await shop.container.services.auth.answerMailRequest(shop.ctx, payload as never);
    const tokens = await shop.ctx.db.prisma.userToken.findMany({ where: { email } });
    expect(tokens.map(({ userId }) => userId)).toEqual([owner.userId]);
  });

  test('is not mistaken for the stranger by a wrong password, nor by another’s session', async () => {
    const { email, token } = await besieged();
    const wrong = { token, password: 'not the password' };
    await postAuth(shop, 'verify-email', wrong).expect(401);
    expect(await ownerOf(email)).toBeUndefined();
    const other = asBearer(await stranger());
    const { body } = await postAuth(shop, 'verify-email', { token }, other).expect(200);
    expect(body.data.passwordReset.token).toBeDefined();
  });
});

describe('An account whose address someone else has proved', () => {
  test('stays closed: staff see why, and cannot enable it', async () => {
    const { userId, email } = await stranger();
    const owner = await registerAccount(shop, { email, password: 'the owner’s password' });
    const token = await newestToken(shop, owner.userId, 'verify_email');
    await postAuth(shop, 'verify-email', { token, password: owner.password }).expect(200);
    const customerOf = async (id: string) =>
      (await shop.ctx.db.prisma.customer.findUniqueOrThrow({ where: { userId: id } })).id;
    const path = `/api/v1/admin/customers/${await customerOf(userId)}`;
    const refused = await shop.api
      .post(`${path}/enable`)
      .set(asStaff)
      .send({ reason: 'They asked' });
    expect([refused.status, refused.body.code]).toEqual([409, 'state_conflict']);
    const { body } = await shop.api.get(path).set(asStaff).expect(200);
    expect(body.data).toMatchObject({ status: 'disabled', supersededAt: expect.any(String) });
    const kept = await shop.api
      .get(`/api/v1/admin/customers/${await customerOf(owner.userId)}`)
      .set(asStaff);
    expect(kept.body.data).toMatchObject({ status: 'active', supersededAt: null });
  });
});

describe('An owner', () => {
  test('keeps factors when a verified account gets a new password by a link', async () => {
    const account = await strangerWithFactors();
    await setVerified(account.userId, new Date());
    const token = await askForReset(shop, account);
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    expect((await signInByPasskey(account.authenticator)).status).toBe(200);
  });
});
