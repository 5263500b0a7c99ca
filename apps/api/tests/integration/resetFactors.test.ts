import { newId } from '../../src/kernel/ids.ts';
import { loadContent } from '../../src/mails/registry.ts';
import { postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { newTotpMember } from '../helpers/factors.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const body = { reason: 'The telephone is lost' };

const reset = (path: string, headers: Readonly<Record<string, string>> = asStaff) =>
  shop.api.post(`/api/v1/admin/${path}/reset-factors`).set(headers).send(body);

async function customerPathOf(userId: string): Promise<string> {
  const where = { userId };
  return `customers/${(await shop.ctx.db.prisma.customer.findUniqueOrThrow({ where })).id}`;
}

async function grant(userId: string, name: string): Promise<void> {
  const { prisma } = shop.ctx.db;
  const { id: roleId } = await prisma.role.findFirstOrThrow({ where: { name } });
  await prisma.roleGrant.create({ data: { id: newId('roleGrant'), userId, roleId } });
}

const auditOf = (action: string) =>
  shop.ctx.db.prisma.auditEntry.findMany({ where: { action }, orderBy: { id: 'desc' } });

describe('Second factors that someone has lost', () => {
  test('of a customer are removed by staff: the password is enough then, and a mail tells it', async () => {
    const { userId, email, password, as } = await newTotpMember(shop);
    await reset(await customerPathOf(userId)).expect(200);
    expect((await shop.api.get('/api/v1/auth/me').set(as)).status).toBe(401);
    const signedIn = await postAuth(shop, 'login', { email, password }).expect(200);
    expect(signedIn.body.data.status).toBe('signed_in');
    const [entry] = await auditOf('customer.resetFactors');
    expect(entry).toMatchObject({ reason: body.reason });
    const events = await shop.ctx.db.prisma.event.findMany({ where: { type: 'factor.reset' } });
    const about = events.map(({ payload }) => payload as { userId: string });
    const mail = await loadContent('factor.reset');
    const told = about.find((one) => one.userId === userId);
    expect(await mail.prepare(shop.ctx, told)).toMatchObject({ email });
    const again = await reset(await customerPathOf(userId));
    expect(again.body.code).toBe('factor_missing');
  });

  test('of staff are removed by those who hold as much, and not as a customer’s', async () => {
    const { userId } = await newTotpMember(shop);
    await grant(userId, 'finance');
    expect((await reset(await customerPathOf(userId))).status).toBe(409);
    const lesser = await signInPerson(shop.container);
    const { prisma } = shop.ctx.db;
    const role = { id: newId('role'), name: 'lesser', permissions: ['staff:write'] };
    await prisma.role.create({ data: { ...role, title: 'Lesser' } });
    await grant(lesser.userId, 'lesser');
    const refused = await reset(`staff/${userId}`, lesser.as);
    expect(refused.body.code).toBe('permission_not_held');
    await reset(`staff/${userId}`).expect(200);
    expect(await prisma.totpSecret.count({ where: { userId } })).toBe(0);
    expect(await auditOf('staff.resetFactors')).toHaveLength(1);
  });
});
