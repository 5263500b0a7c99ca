import {
  askForReset,
  asBearer,
  logIn,
  newestToken,
  postAuth,
  registerAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
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

describe('An owner', () => {
  test('keeps factors when a verified account gets a new password by a link', async () => {
    const account = await strangerWithFactors();
    await setVerified(account.userId, new Date());
    const token = await askForReset(shop, account);
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    expect((await signInByPasskey(account.authenticator)).status).toBe(200);
  });
});
