import { newId } from '../../src/kernel/ids.ts';
import { linkTokenOf } from '../../src/utils/linkToken.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { customerMail } from '../helpers/mails.ts';
import { signInPerson } from '../helpers/people.ts';
import { asStaff } from '../helpers/staff.ts';

interface Invitation {
  id: string;
  status: string;
  sends: number;
  invitedBy: string;
}

type Headers = Record<string, string>;

let shop: TestApp;
const roleIds = new Map<string, string>();
beforeAll(async () => {
  shop = await startTestApp();
  const roles = await shop.ctx.db.prisma.role.findMany();
  for (const { name, id } of roles) roleIds.set(name, id);
});
afterAll(() => shop.close());

const path = '/api/v1/admin/invitations';
const password = 'seven purple umbrellas';
let people = 0;
const newEmail = () => `invited${++people}@shop.example`;
const rolesOf = (...names: string[]) => names.map((name) => roleIds.get(name) ?? '');

const invite = (headers: Headers, email: string, body: object = {}) =>
  shop.api
    .post(path)
    .set(headers)
    .send({ email, roleIds: rolesOf('support'), ...body });
async function invited(email: string, headers: Headers = asStaff, body: object = {}) {
  const answer = await invite(headers, email, body).expect(201);
  return answer.body.data as Invitation;
}
const act = (headers: Headers, { id }: Invitation, verb: 'resend' | 'revoke') =>
  shop.api
    .post(`${path}/${id}/${verb}`)
    .set(headers)
    .send(verb === 'revoke' ? { reason: 'A mistake' } : undefined);
const tokenOf = ({ id }: Pick<Invitation, 'id'>, number = 1) =>
  linkTokenOf(shop.container.config.auth.jwtSecret, `${id}.${number}`);
const accept = (token: string, body: object = {}, headers: Headers = {}) =>
  shop.api
    .post('/api/v1/auth/invitations/accept')
    .set(headers)
    .send({ token, ...body });
const logIn = (email: string, given = password) =>
  shop.api.post('/api/v1/auth/login').send({ email, password: given });

async function personWith(...roles: string[]) {
  const person = await signInPerson(shop.container);
  for (const roleId of rolesOf(...roles)) {
    const data = { id: newId('roleGrant'), userId: person.userId, roleId };
    await shop.ctx.db.prisma.roleGrant.create({ data });
  }
  return person;
}

const grantsOf = (email: string) =>
  shop.ctx.db.prisma.roleGrant.findMany({
    where: { user: { email } },
    include: { role: true, user: true },
  });

describe('An invitation', () => {
  test('makes a member of staff who signs in with the chosen password', async () => {
    const email = newEmail();
    const grantExpiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const invitation = await invited(email, asStaff, {
      roleIds: rolesOf('support', 'finance'),
      grantExpiresAt,
    });
    expect(invitation).toMatchObject({ status: 'pending', sends: 1, invitedBy: 'shop' });
    const missing = await accept(tokenOf(invitation));
    expect(missing.body).toMatchObject({ status: 400, code: 'validation_failed' });
    const weak = await accept(tokenOf(invitation), { password: 'password1234' });
    expect(weak.body).toMatchObject({ code: 'password_too_weak' });
    const answer = await accept(tokenOf(invitation), { password, firstName: 'Hedy' }).expect(200);
    expect(answer.body.data).toMatchObject({
      isNew: true,
      member: { email, firstName: 'Hedy', roles: [{ name: 'support' }, { name: 'finance' }] },
    });
    const grants = await grantsOf(email);
    expect(grants.map(({ expiresAt }) => expiresAt?.toISOString())).toEqual([
      grantExpiresAt,
      grantExpiresAt,
    ]);
    expect(grants[0]?.user.emailVerifiedAt).not.toBeNull();
    const session = await logIn(email).expect(200);
    const { accessToken } = session.body.data as { accessToken: string };
    const as = { Authorization: `Bearer ${accessToken}` };
    await shop.api.get('/api/v1/admin/disputes').set(as).expect(200);
  });

  test('proves the address: strangers who have registered with it are signed out for good', async () => {
    const email = newEmail();
    const body = { email, password: 'the stranger’s words' };
    await shop.api.post('/api/v1/auth/register').send(body).expect(202);
    await logIn(email, body.password).expect(200);
    await accept(tokenOf(await invited(email)), { password }).expect(200);
    await logIn(email, body.password).expect(401);
    await logIn(email).expect(200);
    const stranger = await shop.ctx.db.prisma.user.findFirstOrThrow({
      where: { emailKey: email, emailVerifiedAt: null },
      include: { sessions: true },
    });
    expect(stranger.supersededAt).not.toBeNull();
    expect(stranger.sessions.map(({ revokedReason }) => revokedReason)).toEqual(['superseded']);
  });

  test('is in the mail with a link whose token stands in the fragment, and is stored as a hash', async () => {
    const email = newEmail();
    const invitation = await invited(email, asStaff, { locale: 'de' });
    const { contents } = await import('../../src/mails/invitations/contents.ts');
    const [content] = contents;
    const draft = await content?.prepare(shop.ctx, { invitationId: invitation.id, number: 1 });
    expect(draft).toMatchObject({ email, locale: 'de' });
    const row = await shop.ctx.db.prisma.$queryRaw<{ row: string }[]>`
      SELECT i::text AS row FROM invitations i WHERE id = ${invitation.id}`;
    expect(row[0]?.row).not.toContain(tokenOf(invitation));
    const page = await shop.api.get('/account/invitation').expect(200);
    expect(page.text).toContain('/auth/invitations/accept');
    const mail = customerMail(
      content as never,
      {
        id: invitation.id,
        email,
        locale: 'en',
        number: 1,
        expiresAt: new Date(),
        isOpen: true,
        roles: ['Support'],
      } as never,
    );
    expect(mail.text).toContain(`/account/invitation#token=token-of-${invitation.id}.1`);
  });

  test('is accepted once, also by twenty who come at the same time', async () => {
    const email = newEmail();
    const token = tokenOf(await invited(email));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => accept(token, { password }).then(({ body }) => body)),
    );
    expect(answers.filter(({ data }) => data?.isNew)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['invalid_token']));
    expect(await shop.ctx.db.prisma.user.count({ where: { email } })).toBe(1);
    expect(await grantsOf(email)).toHaveLength(1);
  });

  test('gives someone with an account the roles once they are signed in, and no other password', async () => {
    const email = newEmail();
    const person = await signInPerson(shop.container, { email });
    const { passwords } = shop.container.services;
    const passwordHash = await passwords.hash('their own long password');
    await shop.ctx.db.prisma.user.update({ where: { id: person.userId }, data: { passwordHash } });
    const token = tokenOf(await invited(email));
    const stranger = await signInPerson(shop.container);
    for (const headers of [{}, stranger.as]) {
      const refused = await accept(token, { password }, headers);
      expect(refused.body).toMatchObject({ status: 401, code: 'sign_in_required' });
    }
    expect(await grantsOf(email)).toEqual([]);
    const answer = await accept(token, { password }, person.as).expect(200);
    expect(answer.body.data).toMatchObject({ isNew: false, member: { id: person.userId } });
    await logIn(email).expect(401);
    await logIn(email, 'their own long password').expect(200);
  });

  test('gives nothing to an account of someone who never proved the address', async () => {
    const email = newEmail();
    const squatter = await signInPerson(shop.container, { email, isVerified: false });
    const token = tokenOf(await invited(email));
    const answer = await accept(token, { password }, squatter.as).expect(200);
    expect(answer.body.data).toMatchObject({ isNew: true });
    const { prisma } = shop.ctx.db;
    expect(await prisma.roleGrant.count({ where: { userId: squatter.userId } })).toBe(0);
  });

  test('that is wrong, revoked, or older than 7 days opens nothing', async () => {
    await accept('a wrong token', { password }).expect(400);
    const revoked = await invited(newEmail());
    await act(asStaff, revoked, 'revoke').expect(200);
    const old = await invited(newEmail());
    await shop.ctx.db.prisma.invitation.update({
      where: { id: old.id },
      data: { expiresAt: new Date() },
    });
    for (const invitation of [revoked, old]) {
      const { body } = await accept(tokenOf(invitation), { password });
      expect(body).toMatchObject({ code: 'invalid_token' });
    }
    await act(asStaff, revoked, 'revoke').expect(409);
    await act(asStaff, revoked, 'resend').expect(409);
    const list = async (status: string) => {
      const { body } = await shop.api.get(`${path}?status=${status}`).set(asStaff).expect(200);
      return (body.data as Invitation[]).map(({ id }) => id);
    };
    expect(await list('revoked')).toContain(revoked.id);
    expect(await list('expired')).toEqual([old.id]);
    expect(await list('pending')).not.toContain(old.id);
  });

  test('has another link and its time again once it is sent again', async () => {
    const invitation = await invited(newEmail());
    await shop.ctx.db.prisma.invitation.update({
      where: { id: invitation.id },
      data: { expiresAt: new Date() },
    });
    const again = await act(asStaff, invitation, 'resend').expect(200);
    expect(again.body.data).toMatchObject({ status: 'pending', sends: 2 });
    await accept(tokenOf(invitation, 1), { password }).expect(400);
    await accept(tokenOf(invitation, 2), { password }).expect(200);
  });
});

describe('The inviter', () => {
  test('invites only to roles that they hold, and for no longer', async () => {
    const admin = await personWith('admin');
    const owner = await invite(admin.as, newEmail(), { roleIds: rolesOf('owner') });
    expect(owner.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const customer = await invite(admin.as, newEmail(), { roleIds: rolesOf('customer') });
    expect(customer.body).toMatchObject({ status: 422, code: 'role_built_in' });
    const byOwner = await invited(newEmail(), asStaff, { roleIds: rolesOf('owner') });
    const resent = await act(admin.as, byOwner, 'resend');
    expect(resent.body).toMatchObject({ status: 403, code: 'permission_not_held' });
    const temporary = await signInPerson(shop.container);
    await shop.ctx.db.prisma.roleGrant.create({
      data: {
        id: newId('roleGrant'),
        userId: temporary.userId,
        roleId: roleIds.get('admin') ?? '',
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const lasting = await invite(temporary.as, newEmail());
    expect(lasting.body).toMatchObject({ status: 403, code: 'permission_not_held' });
  });

  test('must still hold them when the invitation is accepted', async () => {
    const admin = await personWith('admin');
    const email = newEmail();
    const token = tokenOf(await invited(email, admin.as));
    const { prisma } = shop.ctx.db;
    await prisma.roleGrant.updateMany({
      where: { userId: admin.userId },
      data: { roleId: roleIds.get('fulfilment') ?? '' },
    });
    const refused = await accept(token, { password });
    expect(refused.body).toMatchObject({ status: 409, code: 'state_conflict' });
    expect(await prisma.user.count({ where: { email } })).toBe(0);
    await prisma.roleGrant.updateMany({
      where: { userId: admin.userId },
      data: { roleId: roleIds.get('admin') ?? '' },
    });
    await prisma.user.update({ where: { id: admin.userId }, data: { status: 'disabled' } });
    await accept(token, { password }).expect(409);
    await prisma.user.update({ where: { id: admin.userId }, data: { status: 'active' } });
    await accept(token, { password }).expect(200);
  });

  test('does not raise their own rights by it', async () => {
    const admin = await personWith('admin');
    const { email } = await shop.ctx.db.prisma.user.findUniqueOrThrow({
      where: { id: admin.userId },
    });
    const own = await invite(admin.as, email);
    expect(own.body).toMatchObject({ status: 403, code: 'own_role' });
    const support = await personWith('support');
    await invite(support.as, newEmail()).expect(403);
  });

  test.each(['invitedBy', 'tokenHash', 'sends', 'acceptedAt', 'id'])(
    'sets no member %s',
    async (member) => {
      const answer = await invite(asStaff, newEmail(), { [member]: 'x' });
      expect(answer.body).toMatchObject({ status: 400, code: 'validation_failed' });
    },
  );
});
