import { newId } from '../../src/kernel/ids.ts';
import {
  asBearer,
  askForReset,
  logIn,
  newEmail,
  newestToken,
  PASSWORD,
  postAuth,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { documentedActs } from '../helpers/documentedActs.ts';
import { eventually } from '../helpers/eventually.ts';
import { challengeOf, codeOf, forgetSteps, newTotpMember } from '../helpers/factors.ts';
import { asStaff } from '../helpers/staff.ts';

const NEW_PASSWORD = 'another password of words';
const documented = await documentedActs();

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

/** Makes someone a member of staff; sign-ins before it were those of a customer. */
const promote = (userId: string) =>
  shop.ctx.db.prisma.roleGrant.create({
    data: {
      id: newId('roleGrant'),
      user: { connect: { id: userId } },
      role: { connect: { name: 'support' } },
    },
  });

async function newClerk() {
  const account = await verifiedAccount(shop);
  await promote(account.userId);
  return { ...account, as: asBearer(account) };
}

/** What the audit log has of an account, oldest first. */
const entriesOf = (userId: string) =>
  shop.ctx.db.prisma.auditEntry.findMany({
    where: { subject: userId },
    orderBy: { createdAt: 'asc' },
  });

/** Waits until the audit log has an act of an account. */
function entryOf(userId: string, action: string) {
  expect([...documented]).toContain(action);
  return eventually(async () => (await entriesOf(userId)).find((entry) => entry.action === action));
}

const byPerson = (userId: string) => ({ actor: `staff:${userId}`, ip: '127.0.0.1' });

describe('The audit log has of an account of staff', () => {
  test('each sign-in, with its session and method', async () => {
    const clerk = await newClerk();
    const { session } = await logIn(shop, clerk);
    expect(await entryOf(clerk.userId, 'session.open')).toMatchObject({
      ...byPerson(clerk.userId),
      details: { sessionId: session.id, method: 'password', hasFactor: false },
      requestId: expect.stringMatching(/^req_/) as string,
    });
  });

  test('each failed sign-in, as an act of no one who is known', async () => {
    const { userId, email } = await newClerk();
    await postAuth(shop, 'login', { email, password: 'a wrong password' }).expect(401);
    const entry = await entryOf(userId, 'session.refuse');
    expect(entry).toMatchObject({ actor: 'guest', ip: '127.0.0.1' });
    expect(JSON.stringify(entry)).not.toContain('a wrong password');
  });

  test('a change of the password, and a wrong password for it', async () => {
    const { userId, as } = await newClerk();
    const change = (currentPassword: string) =>
      postAuth(shop, 'change-password', { currentPassword, newPassword: NEW_PASSWORD }, as);
    await change('a wrong password').expect(403);
    expect(await entryOf(userId, 'password.refuse')).toMatchObject({ actor: 'guest' });
    await change(PASSWORD).expect(200);
    expect(await entryOf(userId, 'password.change')).toMatchObject(byPerson(userId));
  });

  test('a reset of the password', async () => {
    const clerk = await newClerk();
    const token = await askForReset(shop, clerk);
    await postAuth(shop, 'reset-password', { token, newPassword: NEW_PASSWORD }).expect(200);
    expect(await entryOf(clerk.userId, 'password.reset')).toMatchObject(byPerson(clerk.userId));
  });

  test('a change of the address, with both', async () => {
    const { userId, email, as } = await newClerk();
    const other = newEmail();
    await postAuth(shop, 'change-email', { email: other, password: PASSWORD }, as).expect(202);
    expect(await entryOf(userId, 'email.requestChange')).toMatchObject({
      details: { email: other },
    });
    const token = await newestToken(shop, userId, 'change_email');
    await postAuth(shop, 'change-email/confirm', { token }, as).expect(200);
    expect(await entryOf(userId, 'email.change')).toMatchObject({
      ...byPerson(userId),
      before: { email },
      after: { email: other },
    });
  });

  test('the end of one session, of all, and of the own', async () => {
    const clerk = await newClerk();
    const [one, other] = [await logIn(shop, clerk), await logIn(shop, clerk)];
    const address = `/api/v1/auth/sessions/${one.session.id}`;
    await shop.api.delete(address).set(clerk.as).expect(200);
    await postAuth(shop, 'logout', {}, asBearer(other)).expect(200);
    await entryOf(clerk.userId, 'session.end');
    const ends = (await entriesOf(clerk.userId)).filter(({ action }) => action === 'session.end');
    expect(ends.map(({ details }) => details)).toEqual([
      { sessionId: one.session.id, reason: 'signed_out' },
      { sessionId: other.session.id, reason: 'signed_out' },
    ]);
    await postAuth(shop, 'logout-all', {}, clerk.as).expect(200);
    expect(await entryOf(clerk.userId, 'session.endAll')).toMatchObject(byPerson(clerk.userId));
  });

  test('a refresh token that came back', async () => {
    const { userId, refreshToken, session } = await newClerk();
    await postAuth(shop, 'refresh', { refreshToken }).expect(200);
    await shop.ctx.db.prisma.refreshToken.updateMany({
      where: { sessionId: session.id, usedAt: { not: null } },
      data: { usedAt: new Date(Date.now() - 60_000) },
    });
    await postAuth(shop, 'refresh', { refreshToken }).expect(401);
    expect(await entryOf(userId, 'session.reuse')).toMatchObject({
      actor: 'guest',
      details: { sessionId: session.id },
    });
  });

  test('wrong and right second factors, devices that are remembered, and proofs', async () => {
    const clerk = await newTotpMember(shop);
    const { userId, secret, as } = clerk;
    await promote(userId);
    const { token } = await challengeOf(shop, clerk);
    await postAuth(shop, 'challenge', { token, code: '000000' }).expect(422);
    expect(await entryOf(userId, 'factor.refuse')).toMatchObject({
      actor: 'guest',
      details: { purpose: 'challenge', kind: 'code' },
    });
    const answer = { token, code: codeOf(secret), rememberDevice: true };
    await postAuth(shop, 'challenge', answer).expect(200);
    expect(await entryOf(userId, 'session.open')).toMatchObject({ details: { hasFactor: true } });
    expect(await entryOf(userId, 'device.remember')).toMatchObject(byPerson(userId));
    await forgetSteps(shop, clerk);
    await postAuth(shop, 'step-up', { code: codeOf(secret) }, as).expect(200);
    expect(await entryOf(userId, 'session.stepUp')).toMatchObject({ details: { isFactor: true } });
    const { id } = await shop.ctx.db.prisma.rememberedDevice.findFirstOrThrow({
      where: { userId },
    });
    await shop.api.delete(`/api/v1/auth/devices/${id}`).set(as).expect(200);
    expect(await entryOf(userId, 'device.forget')).toMatchObject({ details: { deviceId: id } });
    await shop.api.delete('/api/v1/auth/factors/totp').set(as).expect(200);
    expect(await entryOf(userId, 'factor.remove')).toMatchObject({ before: { kind: 'totp' } });
  });

  test('when a role ended before and ends now', async () => {
    const { userId } = await newClerk();
    const { id: roleId } = await shop.ctx.db.prisma.role.findFirstOrThrow({
      where: { name: 'support' },
    });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const address = `/api/v1/admin/staff/${userId}/roles/${roleId}`;
    await shop.api.put(address).set(asStaff).send({ expiresAt }).expect(200);
    expect(await entryOf(userId, 'role.grant')).toMatchObject({
      before: { role: 'support', expiresAt: null },
      after: { role: 'support', expiresAt },
    });
  });

  test('no password, hash, code or token', async () => {
    const rows = await shop.ctx.db.prisma.$queryRaw<{ row: string }[]>`
      SELECT e::text AS row FROM audit_entries e`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const secret of [PASSWORD, NEW_PASSWORD, '$2b$']) expect(text).not.toContain(secret);
  });
});

test('The audit log has nothing of a customer’s own sign-ins and changes', async () => {
  const customer = await verifiedAccount(shop);
  const { userId, email } = customer;
  await postAuth(shop, 'login', { email, password: 'a wrong password' }).expect(401);
  const { accessToken } = await logIn(shop, customer);
  const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
  await postAuth(shop, 'change-password', change, asBearer({ accessToken })).expect(200);
  await postAuth(shop, 'logout-all', {}, asBearer({ accessToken })).expect(200);
  expect(await entriesOf(userId)).toEqual([]);
});
