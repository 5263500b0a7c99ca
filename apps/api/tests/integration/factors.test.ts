import { decodeQR } from 'qr/decode.js';
import sharp from 'sharp';
import { createEncryptionService } from '../../src/services/encryption.service.ts';
import { totpPlace, useTotp } from '../../src/services/factors/useTotp.ts';
import { postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  challengeOf,
  codeOf,
  codeOfProblem,
  dataOf,
  forgetSteps,
  newMember,
  newTotpMember,
} from '../helpers/factors.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const begin = (as: Record<string, string>) => postAuth(shop, 'factors/totp', {}, as);
const confirm = (as: Record<string, string>, code: string) =>
  postAuth(shop, 'factors/totp/confirm', { code }, as);
const factorsOf = async (as: Record<string, string>) =>
  dataOf<{ totp: object | null; backupCodesLeft: number }>(
    await shop.api.get('/api/v1/auth/factors').set(as).expect(200),
  );
const age = (sessionId: string) =>
  shop.ctx.db.prisma.session.update({
    where: { id: sessionId },
    data: { authenticatedAt: new Date(0), factorAt: null },
  });
/** The names of the mails that were queued for someone. */
const mailsTo = async (userId: string) => {
  const rows = await shop.ctx.db.prisma.$queryRaw<{ mail: string }[]>`
    SELECT payload ->> 'mail' AS mail FROM graphile_worker._private_jobs
    WHERE payload -> 'about' ->> 'userId' = ${userId} ORDER BY id`;
  return rows.map(({ mail }) => mail);
};

describe('An authenticator app', () => {
  test('reads its secret from the QR code, as SVG and as PNG', async () => {
    const { as, email } = await newMember(shop);
    const data = dataOf<Record<'secret' | 'uri' | 'svg' | 'png', string>>(await begin(as));
    const uri = new URL(data.uri);
    expect(uri.searchParams.get('secret')).toBe(data.secret);
    expect(uri.searchParams.get('issuer')).toBe('Cartwright Demo');
    expect(decodeURIComponent(uri.pathname)).toContain(email);
    const png = Buffer.from(data.png.replace('data:image/png;base64,', ''), 'base64');
    const svg = Buffer.from(data.svg);
    for (const [picture, density] of [
      [png, 72],
      [svg, 600],
    ] as const) {
      const pixels = sharp(picture, { density }).flatten({ background: '#fff' }).ensureAlpha();
      const { data: raw, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
      const { width, height } = info;
      expect(decodeQR({ width, height, data: new Uint8ClampedArray(raw) })).toBe(data.uri);
    }
  });

  test('has its secret encrypted by the newest key once a code is accepted', async () => {
    const { userId, secret } = await newTotpMember(shop);
    const before = createEncryptionService({ secrets: ['an older secret'] });
    const encryption = createEncryptionService({ secrets: ['a newer secret', 'an older secret'] });
    const place = totpPlace(userId);
    const where = { userId };
    const data = { secret: before.encrypt(secret, place) };
    await shop.ctx.db.prisma.totpSecret.update({ where, data });
    const use = (code: string) =>
      useTotp({ encryption }, shop.ctx, userId, { code, isConfirmed: true });
    const stored = async () =>
      (await shop.ctx.db.prisma.totpSecret.findFirstOrThrow({ where })).secret;
    expect(await use('000000')).toBe(false);
    expect(await stored()).toBe(data.secret);
    expect(await use(codeOf(secret))).toBe(true);
    expect(encryption.needsReencryption(await stored())).toBe(false);
    expect(encryption.decrypt(await stored(), place)).toBe(secret);
    expect(await use(codeOf(secret))).toBe(false);
  });

  test('counts once its first code is given, which brings ten backup codes', async () => {
    const { as, userId } = await newMember(shop);
    const { secret } = dataOf<{ secret: string }>(await begin(as));
    expect(await factorsOf(as)).toMatchObject({ totp: null, backupCodesLeft: 0 });
    expect(codeOfProblem(await confirm(as, '000000'))).toBe('factor_invalid');
    const { backupCodes } = dataOf<{ backupCodes: string[] }>(await confirm(as, codeOf(secret)));
    expect(new Set(backupCodes).size).toBe(10);
    expect(await factorsOf(as)).toMatchObject({
      totp: { addedAt: expect.any(String) as string },
      backupCodesLeft: 10,
    });
    expect(await mailsTo(userId)).toContain('factor.added');
  });

  test('has a secret that is stored encrypted, with the id of its key', async () => {
    const { userId, secret } = await newTotpMember(shop);
    const row = await shop.ctx.db.prisma.totpSecret.findUniqueOrThrow({ where: { userId } });
    expect(row.secret).toMatch(/^v1\./);
    expect(row.secret).not.toContain(secret);
  });

  test('is not replaced by a session that has not removed it', async () => {
    const member = await newTotpMember(shop);
    expect(codeOfProblem(await begin(member.as))).toBe('factor_exists');
  });

  test('is neither added nor removed by a session that was opened long ago', async () => {
    const { as, sessionId } = await newMember(shop);
    await age(sessionId);
    expect(await eventually(async () => codeOfProblem(await begin(as)) === 'factor_required')).toBe(
      true,
    );
    const member = await newTotpMember(shop);
    await age(member.sessionId);
    const remove = () => shop.api.delete('/api/v1/auth/factors/totp').set(member.as);
    expect(await eventually(async () => codeOfProblem(await remove()) === 'factor_required')).toBe(
      true,
    );
  });

  test('is removed with its backup codes, and told to its owner', async () => {
    const { as, userId } = await newTotpMember(shop);
    await shop.api.delete('/api/v1/auth/factors/totp').set(as).expect(200);
    expect(await factorsOf(as)).toMatchObject({ totp: null, backupCodesLeft: 0 });
    expect(await mailsTo(userId)).toEqual(
      expect.arrayContaining(['factor.added', 'factor.removed']),
    );
    await shop.api.delete('/api/v1/auth/factors/totp').set(as).expect(404);
  });

  test.each([-1, 0, 1])('may have a clock that differs by %i steps', async (steps) => {
    const member = await newTotpMember(shop);
    const { token } = await challengeOf(shop, member);
    const code = codeOf(member.secret, steps);
    expect((await postAuth(shop, 'challenge', { token, code })).status).toBe(200);
  });

  test.each([-3, 3])('gives no code that counts %i steps away', async (steps) => {
    const member = await newTotpMember(shop);
    const { token } = await challengeOf(shop, member);
    const code = codeOf(member.secret, steps);
    expect(codeOfProblem(await postAuth(shop, 'challenge', { token, code }))).toBe(
      'factor_invalid',
    );
  });

  test('gives codes that count once, also for another purpose, and none that is older', async () => {
    const member = await newTotpMember(shop);
    const stepUp = (code: string) => postAuth(shop, 'step-up', { code }, member.as);
    const code = codeOf(member.secret);
    expect((await stepUp(code)).status).toBe(200);
    expect(codeOfProblem(await stepUp(code))).toBe('factor_invalid');
    const { token } = await challengeOf(shop, member);
    expect(codeOfProblem(await postAuth(shop, 'challenge', { token, code }))).toBe(
      'factor_invalid',
    );
    const older = codeOf(member.secret, -1);
    expect(codeOfProblem(await stepUp(older))).toBe('factor_invalid');
  });
});

describe('A backup code', () => {
  test('stands in for the app once, however it is typed, and its use is told', async () => {
    const member = await newTotpMember(shop);
    const [first = ''] = member.backupCodes;
    const answer = async (code: string) => {
      const { token } = await challengeOf(shop, member);
      return postAuth(shop, 'challenge', { token, code });
    };
    expect((await answer(` ${first.toUpperCase().replaceAll('-', ' ')} `)).status).toBe(200);
    expect(codeOfProblem(await answer(first))).toBe('factor_invalid');
    expect(await factorsOf(member.as)).toMatchObject({ backupCodesLeft: 9 });
    expect(await mailsTo(member.userId)).toContain('factor.codeUsed');
  });

  test('is stored as a hash of 120 random bits', async () => {
    const { userId, backupCodes } = await newTotpMember(shop);
    const rows = await shop.ctx.db.prisma.backupCode.findMany({ where: { userId } });
    const stored = JSON.stringify(rows);
    for (const code of backupCodes) {
      expect(code.replaceAll('-', '')).toMatch(/^[0-9a-hjkmnp-tv-z]{24}$/);
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll('-', ''));
    }
  });

  test('is void once new ones are made', async () => {
    const member = await newTotpMember(shop);
    const made = await postAuth(shop, 'factors/backup-codes', {}, member.as).expect(200);
    const [fresh = ''] = dataOf<{ backupCodes: string[] }>(made).backupCodes;
    const [stale = ''] = member.backupCodes;
    const { token } = await challengeOf(shop, member);
    const answer = (code: string) => postAuth(shop, 'challenge', { token, code });
    expect(codeOfProblem(await answer(stale))).toBe('factor_invalid');
    expect((await answer(fresh)).status).toBe(200);
    expect(await mailsTo(member.userId)).toContain('factor.codesMade');
  });

  test('is of no person without a second factor, and of no other person', async () => {
    const member = await newMember(shop);
    const answer = await postAuth(shop, 'factors/backup-codes', {}, member.as);
    expect(codeOfProblem(answer)).toBe('factor_missing');
    const [one, other] = [await newTotpMember(shop), await newTotpMember(shop)];
    const { token } = await challengeOf(shop, one);
    const [code] = other.backupCodes;
    expect(codeOfProblem(await postAuth(shop, 'challenge', { token, code }))).toBe(
      'factor_invalid',
    );
  });
});

describe('Stepping up', () => {
  const fresh = (as: Record<string, string>) => postAuth(shop, 'passkeys/options', {}, as);

  test('with the password makes a session fresh of someone who has no factor', async () => {
    const { as, sessionId, password } = await newMember(shop);
    await age(sessionId);
    expect(await eventually(async () => (await fresh(as)).status === 403)).toBe(true);
    expect(codeOfProblem(await postAuth(shop, 'step-up', { password: 'wrong' }, as))).toBe(
      'factor_invalid',
    );
    expect((await fresh(as)).status).toBe(403);
    expect(dataOf(await postAuth(shop, 'step-up', { password }, as))).toEqual({
      status: 'stepped_up',
      expiresIn: 600,
    });
    expect((await fresh(as)).status).toBe(200);
  });

  test('asks for the factor of someone who has one: the password is not enough', async () => {
    const member = await newTotpMember(shop);
    await age(member.sessionId);
    expect(await eventually(async () => (await fresh(member.as)).status === 403)).toBe(true);
    const { password } = member;
    expect(codeOfProblem(await postAuth(shop, 'step-up', { password }, member.as))).toBe(
      'factor_required',
    );
    const code = codeOf(member.secret);
    await postAuth(shop, 'step-up', { code }, member.as).expect(200);
    expect((await fresh(member.as)).status).toBe(200);
  });

  test('is refused after ten wrong answers, a right one as well', async () => {
    const member = await newTotpMember(shop);
    for (let tries = 0; tries < 10; tries++) {
      await postAuth(shop, 'step-up', { code: '000000' }, member.as).expect(422);
    }
    const code = codeOf(member.secret);
    const answer = await postAuth(shop, 'step-up', { code }, member.as);
    expect(codeOfProblem(answer)).toBe('rate_limited');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3000);
  });
});

describe('A sign-in of someone with a second factor', () => {
  test('opens nothing before the factor is given', async () => {
    const member = await newTotpMember(shop);
    const sessions = () => shop.ctx.db.prisma.session.count({ where: { userId: member.userId } });
    const before = await sessions();
    for (const mode of ['bearer', 'cookie']) {
      const { email, password } = member;
      const answer = await postAuth(shop, 'login', { email, password, mode }).expect(200);
      expect(Object.keys(dataOf<object>(answer))).toEqual(['status', 'challenge']);
      expect(answer.headers['set-cookie']).toBeUndefined();
      const { token } = dataOf<{ challenge: { token: string } }>(answer).challenge;
      const me = shop.api.get('/api/v1/auth/me');
      expect((await me.set({ Authorization: `Bearer ${token}` })).status).toBe(401);
      const refreshed = await postAuth(shop, 'refresh', { refreshToken: token });
      expect(refreshed.status).toBe(401);
      const asCookie = { Cookie: `__Host-cw_access=${token}` };
      expect((await shop.api.get('/api/v1/auth/me').set(asCookie)).status).toBe(401);
      const stepUp = await postAuth(shop, 'step-up', { code: codeOf(member.secret) });
      expect(stepUp.status).toBe(401);
    }
    expect(await sessions()).toBe(before);
  });

  test('goes on in the mode that was asked for, as a session with a factor', async () => {
    const member = await newTotpMember(shop);
    const { token, factors } = await challengeOf(shop, member, { mode: 'cookie' });
    expect(factors).toEqual(['totp', 'backup_code']);
    const code = codeOf(member.secret);
    const answer = await postAuth(shop, 'challenge', { token, code }).expect(200);
    expect(dataOf(answer)).toMatchObject({ status: 'signed_in', mode: 'cookie' });
    const { id } = dataOf<{ session: { id: string } }>(answer).session;
    const session = await shop.ctx.db.prisma.session.findUniqueOrThrow({ where: { id } });
    expect(session.factorAt).not.toBeNull();
  });

  test('has five tries, then even the right code comes too late', async () => {
    const member = await newTotpMember(shop);
    const { token } = await challengeOf(shop, member);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const answer = await postAuth(shop, 'challenge', { token, code: '000000' }).expect(422);
      expect(answer.body).toMatchObject({ code: 'factor_invalid', triesLeft });
    }
    const code = codeOf(member.secret);
    const late = await postAuth(shop, 'challenge', { token, code });
    expect([late.status, codeOfProblem(late)]).toEqual([401, 'challenge_void']);
  });

  test('is answered once, in time, by the device that began it', async () => {
    const member = await newTotpMember(shop);
    const code = () => codeOf(member.secret);
    const answered = await challengeOf(shop, member);
    await postAuth(shop, 'challenge', { token: answered.token, code: code() }).expect(200);
    await forgetSteps(shop, member);
    const again = await postAuth(shop, 'challenge', { token: answered.token, code: code() });
    expect(codeOfProblem(again)).toBe('challenge_void');

    const { token } = await challengeOf(shop, member);
    const elsewhere = { 'User-Agent': 'another device' };
    const stolen = await postAuth(shop, 'challenge', { token, code: code() }, elsewhere);
    expect(codeOfProblem(stolen)).toBe('challenge_void');
    await shop.ctx.db.prisma.signInChallenge.updateMany({
      where: { userId: member.userId },
      data: { expiresAt: new Date() },
    });
    const late = await postAuth(shop, 'challenge', { token, code: code() });
    expect(codeOfProblem(late)).toBe('challenge_void');
  });

  test('does not outlive a change of the password', async () => {
    const member = await newTotpMember(shop);
    const { token } = await challengeOf(shop, member);
    await shop.ctx.db.prisma.user.update({
      where: { id: member.userId },
      data: { passwordChangedAt: new Date() },
    });
    const answer = await postAuth(shop, 'challenge', { token, code: codeOf(member.secret) });
    expect(codeOfProblem(answer)).toBe('invalid_credentials');
  });
});

describe('A remembered device', () => {
  /** Signs in with a code on a device that is remembered. @returns the device's token. */
  async function remember(member: Awaited<ReturnType<typeof newTotpMember>>): Promise<string> {
    const { token } = await challengeOf(shop, member);
    const body = { token, code: codeOf(member.secret), rememberDevice: true };
    const answer = await postAuth(shop, 'challenge', body).expect(200);
    await forgetSteps(shop, member);
    return dataOf<{ deviceToken: string }>(answer).deviceToken;
  }
  const logIn = async (
    { email, password }: { email: string; password: string },
    deviceToken: string,
  ) =>
    dataOf<{ status: string; deviceToken?: string; accessToken?: string }>(
      await postAuth(shop, 'login', { email, password, deviceToken }).expect(200),
    );

  test('signs in without the factor, again and again, but is not fresh by that', async () => {
    const member = await newTotpMember(shop);
    await shop.ctx.db.prisma.user.update({
      where: { id: member.userId },
      data: { passwordChangedAt: new Date(1) },
    });
    const deviceToken = await remember(member);
    await shop.ctx.db.prisma.rememberedDevice.updateMany({
      where: { userId: member.userId },
      data: { createdAt: new Date(Date.now() - 86_400_000) },
    });
    const first = await logIn(member, deviceToken);
    expect(first).toMatchObject({ status: 'signed_in', deviceToken });
    const second = await logIn(member, deviceToken);
    expect(second.status).toBe('signed_in');
    const as = { Authorization: `Bearer ${second.accessToken}` };
    const remove = await shop.api.delete('/api/v1/auth/factors/totp').set(as);
    expect(codeOfProblem(remove)).toBe('factor_required');
  });

  test('is no one else’s, and nothing without its token', async () => {
    const [member, other] = [await newTotpMember(shop), await newTotpMember(shop)];
    const deviceToken = await remember(member);
    expect((await logIn(other, deviceToken)).status).toBe('factor_required');
    expect((await logIn(member, `${deviceToken}x`)).status).toBe('factor_required');
  });

  test('is listed and forgotten by its owner alone', async () => {
    const [member, other] = [await newTotpMember(shop), await newTotpMember(shop)];
    const deviceToken = await remember(member);
    const list = async () =>
      dataOf<{ id: string }[]>(await shop.api.get('/api/v1/auth/devices').set(member.as));
    const [device] = await list();
    const path = `/api/v1/auth/devices/${device?.id}`;
    await shop.api.delete(path).set(other.as).expect(404);
    await shop.api.delete(path).set(member.as).expect(200);
    expect(await list()).toEqual([]);
    expect((await logIn(member, deviceToken)).status).toBe('factor_required');
  });

  test('is forgotten when the password or the factors change', async () => {
    const member = await newTotpMember(shop);
    const changed = await remember(member);
    await shop.ctx.db.prisma.user.update({
      where: { id: member.userId },
      data: { passwordChangedAt: new Date() },
    });
    expect((await logIn(member, changed)).status).toBe('factor_required');
    const other = await newTotpMember(shop);
    const deviceToken = await remember(other);
    const options = await postAuth(shop, 'passkeys/options', {}, other.as).expect(200);
    expect(options.status).toBe(200);
    await shop.api.delete('/api/v1/auth/factors/totp').set(other.as).expect(200);
    const devices = { where: { userId: other.userId } };
    expect(await shop.ctx.db.prisma.rememberedDevice.count(devices)).toBe(0);
    expect((await logIn(other, deviceToken)).status).toBe('signed_in');
  });
});

test('What has expired is deleted', async () => {
  const member = await newTotpMember(shop);
  await challengeOf(shop, member);
  const where = { userId: member.userId };
  const past = { expiresAt: new Date(0) };
  await shop.ctx.db.prisma.signInChallenge.updateMany({ where, data: past });
  await shop.container.services.factors.purge(shop.ctx);
  expect(await shop.ctx.db.prisma.signInChallenge.count({ where })).toBe(0);
  expect(await shop.ctx.db.prisma.totpSecret.count({ where })).toBe(1);
});
