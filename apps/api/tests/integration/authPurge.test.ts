import { newId } from '../../src/kernel/ids.ts';
import { hashToken } from '../../src/utils/linkToken.ts';
import { logIn, postAuth, registerAccount, verifiedAccount } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { insertFile } from '../helpers/files.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

const purge = () => shop.container.services.auth.purge(shop.ctx);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
const prisma = () => shop.ctx.db.prisma;

/** Someone who has registered so many days ago. */
async function registered(days: number) {
  const account = await registerAccount(shop);
  const { userId } = account;
  await prisma().user.update({ where: { id: userId }, data: { createdAt: ago(days) } });
  const { id: customerId } = await prisma().customer.findUniqueOrThrow({ where: { userId } });
  return { ...account, customerId };
}

const isThere = async (userId: string) =>
  (await prisma().user.count({ where: { id: userId } })) === 1;

describe('The purge of accounts deletes', () => {
  test('sessions that expired 30 days ago, with their tokens', async () => {
    const account = await verifiedAccount(shop);
    const [old, recent] = [await logIn(shop, account), await logIn(shop, account)];
    for (const [{ session }, days] of [
      [old, 31],
      [recent, 29],
    ] as const) {
      const data = { expiresAt: ago(days) };
      await prisma().session.update({ where: { id: session.id }, data });
    }
    await purge();
    const left = await prisma().session.findMany({ where: { userId: account.userId } });
    expect(left.map(({ id }) => id).toSorted()).toEqual(
      [account.session.id, recent.session.id].toSorted(),
    );
    const orphans = await prisma().refreshToken.count({ where: { sessionId: old.session.id } });
    expect(orphans).toBe(0);
  });

  test('refresh tokens that have expired, and leaves open sessions as they are', async () => {
    const { refreshToken } = await logIn(shop, await registerAccount(shop));
    const { body } = await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    const hash = hashToken(refreshToken);
    await prisma().refreshToken.update({ where: { hash }, data: { expiresAt: ago(0.1) } });
    await purge();
    expect(await prisma().refreshToken.count({ where: { hash } })).toBe(0);
    await postAuth(shop, 'refresh', { refreshToken: body.data.refreshToken }).expect(200);
  });

  test('tokens of mails that expired 30 days ago', async () => {
    const { userId } = await registerAccount(shop);
    const tokens = [31, 29].map((days) => ({
      id: newId('userToken'),
      hash: newId('userToken'),
      userId,
      purpose: 'reset_password',
      email: 'ada@example.com',
      expiresAt: ago(days),
    }));
    await prisma().userToken.createMany({ data: tokens });
    await purge();
    const where = { userId, purpose: 'reset_password' };
    const left = await prisma().userToken.findMany({ where });
    expect(left.map(({ id }) => id)).toEqual([tokens[1]?.id]);
  });

  test('counts of failed sign-ins an hour after the last', async () => {
    const counts = { failures: 9, blockedUntil: ago(0) };
    await prisma().signInFailure.createMany({
      data: [
        { ...counts, key: 'old', lastAt: new Date(Date.now() - 3_601_000) },
        { ...counts, key: 'new', lastAt: new Date(Date.now() - 3_590_000) },
      ],
    });
    await purge();
    const left = await prisma().signInFailure.findMany({ where: { key: { in: ['old', 'new'] } } });
    expect(left.map(({ key }) => key)).toEqual(['new']);
  });

  test('registrations of 30 days ago whose address was never proved, and that were never used', async () => {
    const [old, recent] = [await registered(31), await registered(29)];
    const proved = await verifiedAccount(shop);
    await prisma().user.update({ where: { id: proved.userId }, data: { createdAt: ago(99) } });
    await purge();
    expect(await isThere(old.userId)).toBe(false);
    expect(await prisma().customer.count({ where: { id: old.customerId } })).toBe(0);
    expect(await isThere(recent.userId)).toBe(true);
    expect(await isThere(proved.userId)).toBe(true);
  });

  test('as much as there is, in batches', async () => {
    const key = (at: number) => `many ${at}`;
    const data = Array.from({ length: 2500 }, (_, at) => ({
      key: key(at),
      failures: 1,
      lastAt: ago(1),
      blockedUntil: ago(1),
    }));
    await prisma().signInFailure.createMany({ data });
    await purge();
    expect(await prisma().signInFailure.count({ where: { key: { startsWith: 'many' } } })).toBe(0);
  });
});

describe('The purge of accounts keeps a registration', () => {
  test('of someone who still signs in', async () => {
    const account = await registered(99);
    const { session } = await logIn(shop, account);
    await purge();
    expect(await isThere(account.userId)).toBe(true);
    const ended = { lastSeenAt: ago(31), revokedAt: ago(31), revokedReason: 'signed_out' };
    await prisma().session.update({ where: { id: session.id }, data: ended });
    await purge();
    expect(await isThere(account.userId)).toBe(false);
  });

  const id = () => newId('cart');
  const belongings: Record<string, (customerId: string) => Promise<unknown>> = {
    'a cart': (customerId) =>
      prisma().cart.create({
        data: { id: id(), customerId, currency: 'USD', expiresAt: ago(-1) },
      }),
    'store credit': (customerId) =>
      prisma().creditAccount.create({
        data: { id: id(), customerId, currency: 'USD', kind: 'store_credit' },
      }),
    'a consent': (customerId) =>
      prisma().consent.create({
        data: {
          id: id(),
          customerId,
          addressKey: 'ada@example.com',
          channel: 'email',
          topic: 'newsletter',
          state: 'subscribed',
          level: 'confirmed_opt_in',
          wording: '1',
          source: 'account',
        },
      }),
    'a document': (customerId) =>
      insertFile(shop.ctx, { kind: 'document', visibility: 'customer', customerId }),
    'a customer at a payment provider': (customerId) =>
      prisma().paymentCustomer.create({
        data: { customerId, provider: 'stripe', providerId: id() },
      }),
  };

  test.each(Object.keys(belongings))('that has %s', async (name) => {
    const account = await registered(99);
    await belongings[name]?.(account.customerId);
    await purge();
    expect(await isThere(account.userId)).toBe(true);
  });

  test('that is of staff', async () => {
    const account = await registered(99);
    const name = newId('role');
    await prisma().role.create({
      data: {
        id: name,
        name,
        title: 'Clerk',
        permissions: [],
        grants: { create: { id: newId('roleGrant'), userId: account.userId } },
      },
    });
    await purge();
    expect(await isThere(account.userId)).toBe(true);
  });
});
