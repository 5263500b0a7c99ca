import { inTransaction } from '../../src/db/transaction.ts';
import { logIn, postAuth, registerAccount } from '../helpers/accounts.ts';
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
