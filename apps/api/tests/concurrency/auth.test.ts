import { inTransaction } from '../../src/db/transaction.ts';
import {
  asBearer,
  askForReset,
  logIn,
  newEmail,
  newestToken,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const times = <T>(count: number, act: () => PromiseLike<T>) =>
  Promise.all(Array.from({ length: count }, act));

test('Parallel refreshes of one token get one successor, and the session stays open', async () => {
  for (let round = 0; round < 5; round++) {
    const { refreshToken, session } = await logIn(shop, await registerAccount(shop));
    const answers = await times(8, () => postAuth(shop, 'refresh', { refreshToken }));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    const successors = new Set(answers.map(({ body }) => body.data.refreshToken));
    expect(successors.size).toBe(1);
    const tokens = await shop.ctx.db.prisma.refreshToken.findMany({
      where: { sessionId: session.id },
    });
    expect(tokens).toHaveLength(2);
    const [successor] = successors;
    await postAuth(shop, 'refresh', { refreshToken: successor }).expect(200);
  }
});

test('No session outlives a disabled account, whichever of sign-in and disabling comes first', async () => {
  for (let round = 0; round < 10; round++) {
    const account = await registerAccount(shop);
    const { userId } = account;
    const disable = inTransaction(shop.ctx, async ({ db: { prisma } }) => {
      await prisma.user.update({ where: { id: userId }, data: { status: 'disabled' } });
      await prisma.session.updateMany({
        where: { userId, revokedAt: null },
        data: { revokedAt: new Date(), revokedReason: 'disabled' },
      });
    });
    const logins = times(4, () =>
      postAuth(shop, 'login', { email: account.email, password: account.password }),
    );
    await Promise.all([disable, logins]);
    const open = await shop.ctx.db.prisma.session.count({
      where: { userId, revokedAt: null },
    });
    expect(open).toBe(0);
  }
});

test('Of parallel uses of a link to reset a password, one sets it', async () => {
  const account = await verifiedAccount(shop);
  const token = await askForReset(shop, account);
  const passwords = Array.from({ length: 5 }, (_, index) => `a new password number ${index}`);
  const answers = await Promise.all(
    passwords.map((newPassword) => postAuth(shop, 'reset-password', { token, newPassword })),
  );
  const won = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []));
  expect(won).toHaveLength(1);
  const password = passwords[won[0] ?? 0] ?? '';
  expect((await logIn(shop, { email: account.email, password })).session.id).toBeDefined();
});

test('Parallel clicks on a link to verify an address verify it once, and all are friendly', async () => {
  const { userId } = await registerAccount(shop);
  const token = await newestToken(shop, userId, 'verify_email');
  const answers = await times(6, () => postAuth(shop, 'verify-email', { token }));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
  const resets = answers.filter(({ body }) => body.data.passwordReset !== undefined);
  expect(resets).toHaveLength(1);
  const events = await shop.ctx.db.prisma.event.findMany({ where: { type: 'user.verified' } });
  const own = events.filter(({ payload }) => (payload as { userId: string }).userId === userId);
  expect(own).toHaveLength(1);
});

test('Of several users of one address that are verified in parallel, one gets it', async () => {
  const email = newEmail();
  const users = [];
  for (let count = 0; count < 3; count++) users.push(await registerAccount(shop, { email }));
  const tokens = await Promise.all(
    users.map(({ userId }) => newestToken(shop, userId, 'verify_email')),
  );
  const answers = await Promise.all(
    tokens.map((token) => postAuth(shop, 'verify-email', { token })),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400]);
  const active = await shop.ctx.db.prisma.user.findMany({
    where: { emailKey: email, status: 'active' },
  });
  expect(active).toHaveLength(1);
});

/** An owner who is signed in, and a link of each of the two accounts that wait for the address. */
async function contestedAddress() {
  const owner = await registerAccount(shop);
  const { email, userId } = owner;
  const session = await logIn(shop, owner);
  const intruder = await registerAccount(shop, { email, password: 'the stranger’s words' });
  return {
    owner,
    as: asBearer(session),
    refreshToken: session.refreshToken,
    token: await newestToken(shop, userId, 'verify_email'),
    intrudersToken: await newestToken(shop, intruder.userId, 'verify_email'),
  };
}

/** Lets another request come a little before or after, so that rounds meet at different statements. */
const pause = (round: number) => new Promise((resolve) => setTimeout(resolve, round % 6));

test('Of two links of one address that are used in parallel one proves it, and the holder keeps the password', async () => {
  for (let round = 0; round < 20; round++) {
    const { owner, as, refreshToken, token, intrudersToken } = await contestedAddress();
    const [held, alone] = await Promise.all([
      postAuth(shop, 'verify-email', { token: intrudersToken }, as),
      pause(round).then(() => postAuth(shop, 'verify-email', { token })),
    ]);
    const statuses = [held, alone].map(({ body }) => body.data?.status ?? body.code);
    expect(statuses.filter((status) => status === 'verified')).toHaveLength(1);
    if (statuses[0] !== 'verified') continue;
    expect(statuses[1]).toBe('already_verified');
    await logIn(shop, owner);
    await postAuth(shop, 'refresh', { refreshToken }).expect(200);
  }
});

test('A link to reset a password sets no customer aside whose holder verifies the address in parallel', async () => {
  for (let round = 0; round < 12; round++) {
    const { owner, as, intrudersToken } = await contestedAddress();
    const { prisma } = shop.ctx.db;
    const { userId, email } = owner;
    const asked = { purpose: 'reset_password', email, userId } as const;
    await shop.container.services.auth.answerMailRequest(shop.ctx, asked);
    const token = await newestToken(shop, userId, 'reset_password');
    const { id } = await prisma.customer.findUniqueOrThrow({ where: { userId } });
    const newPassword = 'the owner’s password';
    const [held, reset] = await Promise.all([
      pause(round).then(() => postAuth(shop, 'verify-email', { token: intrudersToken }, as)),
      postAuth(shop, 'reset-password', { token, newPassword }),
    ]);
    expect(reset.status).toBe(200);
    const now = await prisma.customer.findUniqueOrThrow({ where: { userId } });
    expect([held.status, now.id === id]).toEqual(held.status === 200 ? [200, true] : [400, false]);
  }
});

test('A stranger completes no change of an address that its owner proves in parallel', async () => {
  for (let round = 0; round < 15; round++) {
    const account = await registerAccount(shop);
    const { userId, email } = account;
    const as = asBearer(await logIn(shop, account));
    const change = { email: newEmail(), password: account.password };
    await postAuth(shop, 'change-email', change, as).expect(202);
    const strangers = await newestToken(shop, userId, 'change_email');
    const token = await newestToken(shop, userId, 'verify_email');
    const [changed, proved] = await Promise.all([
      pause(round).then(() => postAuth(shop, 'change-email/confirm', { token: strangers }, as)),
      postAuth(shop, 'verify-email', { token }),
    ]);
    expect([changed.status, proved.status].filter((status) => status === 200)).toHaveLength(1);
    const now = await shop.ctx.db.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(now.email).toBe(proved.status === 200 ? email : change.email);
  }
});

test('Parallel clicks on a link to change an address change it once, and all are friendly', async () => {
  const account = await verifiedAccount(shop);
  const as = asBearer(account);
  const change = { email: newEmail(), password: account.password };
  await postAuth(shop, 'change-email', change, as).expect(202);
  const token = await newestToken(shop, account.userId, 'change_email');
  const answers = await times(5, () => postAuth(shop, 'change-email/confirm', { token }, as));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 200));
  const events = await shop.ctx.db.prisma.event.findMany({ where: { type: 'user.email_changed' } });
  const own = events.filter(
    ({ payload }) => (payload as { userId: string }).userId === account.userId,
  );
  expect(own).toHaveLength(1);
});

test('Of parallel sign-ins on new devices five are told', async () => {
  const account = await verifiedAccount(shop);
  await shop.ctx.db.prisma.user.update({
    where: { id: account.userId },
    data: { createdAt: new Date(Date.now() - 3_601_000) },
  });
  await times(12, () => logIn(shop, account));
  const sessions = await shop.ctx.db.prisma.session.findMany({ where: { userId: account.userId } });
  expect(sessions).toHaveLength(13);
  expect(sessions.filter(({ announcedAt }) => announcedAt !== null)).toHaveLength(5);
});

test('A registration that is deleted as unused while its holder signs in has either a session or no user', async () => {
  const created = new Date(Date.now() - 31 * 86_400_000);
  for (let round = 0; round < 10; round++) {
    const account = await registerAccount(shop);
    const { userId: id, email, password } = account;
    await shop.ctx.db.prisma.user.update({ where: { id }, data: { createdAt: created } });
    const signIns = times(2, () => postAuth(shop, 'login', { email, password }));
    const delay = new Promise((resolve) => setTimeout(resolve, 20 * round));
    const purge = delay.then(() => shop.container.services.auth.purge(shop.ctx));
    const [answers] = await Promise.all([signIns, purge]);
    const isOpen = answers.some(({ status }) => status === 200);
    expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
    expect(await shop.ctx.db.prisma.user.count({ where: { id } })).toBe(isOpen ? 1 : 0);
  }
});
