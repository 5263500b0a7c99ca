import { newId } from '../../src/kernel/ids.ts';
import { postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import { eventually } from '../helpers/eventually.ts';
import { addPasskey } from '../helpers/factors.ts';
import { signInPerson } from '../helpers/people.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ STAFF_FACTOR_GRACE_DAYS: '1' });
});
afterAll(() => shop.close());

const DAY_MS = 86_400_000;
const permissions = ['jobs:read'];
const listJobs = (headers: Record<string, string>) =>
  shop.api.get('/api/v1/admin/jobs').set(headers);
const clerk = () => signInPerson(shop.container, { isCustomer: false, permissions });

/** As if the role had been granted so long ago. */
const grantedAgo = async (userId: string, days: number) => {
  const staffSince = new Date(Date.now() - days * DAY_MS);
  await shop.ctx.db.prisma.user.update({ where: { id: userId }, data: { staffSince } });
  shop.container.services.identity.forget(userId);
};

const addFactor = (userId: string) =>
  shop.ctx.db.prisma.totpSecret.create({
    data: { userId, secret: 'unread', confirmedAt: new Date() },
  });

describe('Staff without a second factor', () => {
  test('act as staff during the grace period, and not a second longer', async () => {
    const { as, userId } = await clerk();
    await listJobs(as).expect(200);
    await grantedAgo(userId, 2);
    const isRefused = async () => {
      const { status, body } = await listJobs(as);
      return status === 403 && (body as { code: string; detail: string });
    };
    const refusal = await eventually(isRefused, 1000);
    expect(refusal).toMatchObject({
      code: 'factor_enrolment_required',
      detail: expect.stringContaining('/auth/factors/totp') as string,
    });
  });

  test('get no other grace period when their role is revoked and granted again, or ends', async () => {
    const { as, userId } = await clerk();
    const { prisma } = shop.ctx.db;
    await grantedAgo(userId, 2);
    const { roleId } = await prisma.roleGrant.findFirstOrThrow({ where: { userId } });
    await prisma.roleGrant.deleteMany({ where: { userId } });
    await prisma.roleGrant.create({ data: { id: newId('roleGrant'), userId, roleId } });
    const code = async () => ((await listJobs(as)).body as { code?: string }).code;
    expect(await eventually(async () => (await code()) === 'factor_enrolment_required', 1000)).toBe(
      true,
    );
  });

  test('are locked out at the moment the grace period ends, though their identity is cached', async () => {
    const { as, userId } = await clerk();
    await shop.ctx.db.prisma.user.update({
      where: { id: userId },
      data: { staffSince: new Date(Date.now() - DAY_MS + 1500) },
    });
    await listJobs(as).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 1600));
    expect((await listJobs(as)).status).toBe(403);
  });
});

describe('Second factors of staff', () => {
  test('unlock them once they are added, and leave entries in the audit log', async () => {
    const { as, userId } = await clerk();
    await grantedAgo(userId, 2);
    expect(await eventually(async () => (await listJobs(as)).status === 403, 1000)).toBe(true);
    await addPasskey(shop, { as }, new SoftwareAuthenticator());
    expect(await eventually(async () => (await listJobs(as)).status === 200, 1000)).toBe(true);
    await postAuth(shop, 'factors/backup-codes', {}, as).expect(200);
    const entries = await shop.ctx.db.prisma.auditEntry.findMany({ where: { subject: userId } });
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'factor.add',
      'factor.regenerate_codes',
    ]);
  });
});

describe('A session of staff that never gave the second factor', () => {
  test('is locked until it does, also when the factor is added elsewhere', async () => {
    const { as, userId, sessionId } = await clerk();
    await listJobs(as).expect(200);
    await addFactor(userId);
    const code = async () => ((await listJobs(as)).body as { code?: string }).code;
    expect(await eventually(async () => (await code()) === 'factor_required', 1000)).toBe(true);
    await shop.ctx.db.prisma.session.update({
      where: { id: sessionId },
      data: { factorAt: new Date() },
    });
    expect(await eventually(async () => (await listJobs(as)).status === 200, 1000)).toBe(true);
  });

  test('keeps what belongs to every customer', async () => {
    const customer = await signInPerson(shop.container);
    await addFactor(customer.userId);
    expect((await listJobs(customer.as)).body).toMatchObject({ code: 'forbidden' });
  });
});
