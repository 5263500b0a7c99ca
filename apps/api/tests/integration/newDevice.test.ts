import { newDevice } from '../../src/mails/auth/notices.ts';
import {
  cookiesOf,
  logIn,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import {
  addPasskey,
  challengeOf,
  codeOf,
  dataOf,
  newMember,
  newTotpMember,
} from '../helpers/factors.ts';
import { customerMail } from '../helpers/mails.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({ RATE_LIMIT_MAX: '0' });
});
afterAll(() => shop.close());

/** Moves a registration back, since one of the last hour sends no mail. */
const age = (userId: string) =>
  shop.ctx.db.prisma.user.update({
    where: { id: userId },
    data: { createdAt: new Date(Date.now() - 3_601_000) },
  });

/** The sessions of which mails are queued. */
async function announced(userId: string): Promise<string[]> {
  const rows = await shop.ctx.db.prisma.$queryRaw<{ id: string }[]>`
    SELECT payload -> 'about' ->> 'sessionId' AS id FROM graphile_worker._private_jobs
    WHERE payload ->> 'mail' = 'session.new_device'
      AND payload -> 'about' ->> 'userId' = ${userId} ORDER BY id`;
  return rows.map(({ id }) => id);
}

const idOf = (signedIn: { session: { id: string } }) => signedIn.session.id;

describe('A sign-in on a device that is not known', () => {
  test('is told by mail, with what is known of the device', async () => {
    const account = await verifiedAccount(shop, { locale: 'de' });
    await age(account.userId);
    const { email, password } = account;
    const browser = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0 <b>Call us</b>' };
    const answer = await postAuth(shop, 'login', { email, password }, browser).expect(200);
    const sessionId = idOf(dataOf(answer));
    expect(await announced(account.userId)).toEqual([sessionId]);
    const draft = await newDevice.prepare(shop.ctx, { userId: account.userId, sessionId });
    if (!draft) throw new Error('The mail has nothing to say');
    const { subject, text } = customerMail({ draftOf: () => draft }, draft);
    expect(subject).toContain('Neue Anmeldung');
    expect(text).toContain('Firefox auf Windows');
    expect(text).toMatch(/Netz: (?:127\.0\.0\.1|::1)/);
    expect(text).toMatch(/Zeit: .* UTC/);
    expect(text).not.toContain('Call us');
    expect(draft.email).toBe(email);
  });

  test('is told whichever way it is done', async () => {
    const member = await newTotpMember(shop);
    await age(member.userId);
    const { token } = await challengeOf(shop, member);
    const answered = await postAuth(shop, 'challenge', { token, code: codeOf(member.secret) });
    expect(await announced(member.userId)).toEqual([idOf(dataOf(answered))]);

    const holder = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, holder, authenticator);
    await age(holder.userId);
    const options = dataOf<never>(await postAuth(shop, 'passkeys/sign-in/options', {}));
    const passkey = authenticator.get(options);
    const byPasskey = await postAuth(shop, 'passkeys/sign-in', { passkey }).expect(200);
    expect(await announced(holder.userId)).toEqual([idOf(dataOf(byPasskey))]);
  });

  test('is told five times a day at most', async () => {
    const account = await verifiedAccount(shop);
    await age(account.userId);
    const sessions: string[] = [];
    for (let at = 0; at < 7; at++) sessions.push(idOf(await logIn(shop, account)));
    expect(await announced(account.userId)).toEqual(sessions.slice(0, 5));
    await shop.ctx.db.prisma.session.updateMany({
      where: { id: sessions[0] ?? '' },
      data: { announcedAt: new Date(Date.now() - 86_401_000) },
    });
    const later = idOf(await logIn(shop, account));
    expect(await announced(account.userId)).toEqual([...sessions.slice(0, 5), later]);
  });

  test('is not told while it has no session: a second factor or the right password lacks', async () => {
    const member = await newTotpMember(shop);
    await age(member.userId);
    await challengeOf(shop, member);
    await postAuth(shop, 'login', { email: member.email, password: 'another password' });
    expect(await announced(member.userId)).toEqual([]);
  });
});

describe('No mail is sent of a sign-in', () => {
  test('that is the first', async () => {
    const account = await registerAccount(shop);
    await age(account.userId);
    await shop.ctx.db.prisma.user.update({
      where: { id: account.userId },
      data: { emailVerifiedAt: new Date() },
    });
    await logIn(shop, account);
    expect(await announced(account.userId)).toEqual([]);
    const second = await logIn(shop, account);
    expect(await announced(account.userId)).toEqual([idOf(second)]);
  });

  test('within an hour of the registration', async () => {
    const account = await verifiedAccount(shop);
    await logIn(shop, account);
    expect(await announced(account.userId)).toEqual([]);
  });

  test('on a device of the same user, by its token or its cookie', async () => {
    const account = await verifiedAccount(shop);
    await age(account.userId);
    const { email, password, deviceToken } = account;
    await logIn(shop, account, { deviceToken });
    expect(await announced(account.userId)).toEqual([]);
    const body = { email, password, mode: 'cookie' };
    const first = await postAuth(shop, 'login', body).expect(200);
    const cookies = Object.entries(cookiesOf(first)).map(([name, value]) => `${name}=${value}`);
    await postAuth(shop, 'login', body, { Cookie: cookies.join('; ') }).expect(200);
    expect(await announced(account.userId)).toEqual([idOf(dataOf(first))]);
  });

  test('of a stranger who has registered with an address that is not proved', async () => {
    const account = await registerAccount(shop);
    await age(account.userId);
    for (let at = 0; at < 3; at++) await logIn(shop, account);
    expect(await announced(account.userId)).toEqual([]);
  });

  test('but a device of another user is a new one', async () => {
    const [account, other] = [await verifiedAccount(shop), await verifiedAccount(shop)];
    await age(account.userId);
    const { deviceToken } = other;
    const session = await logIn(shop, account, { deviceToken });
    expect(await announced(account.userId)).toEqual([idOf(session)]);
  });
});
