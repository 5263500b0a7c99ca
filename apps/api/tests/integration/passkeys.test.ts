import { postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import { addPasskey, challengeOf, codeOfProblem, dataOf, newMember } from '../helpers/factors.ts';
import { newId } from '../../src/kernel/ids.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({
    CORS_ORIGINS: 'https://www.shop.test,https://elsewhere.example',
  });
});
afterAll(() => shop.close());

const post = (path: string, body: object, as: Record<string, string> = {}) =>
  postAuth(shop, path, body, as);
const optionsOf = async (path: string, as: Record<string, string> = {}) =>
  dataOf<never>(await post(path, {}, as).expect(200));
const signIn = (passkey: object) => post('passkeys/sign-in', { passkey });
const askSignIn = () => optionsOf('passkeys/sign-in/options');

describe('A passkey', () => {
  test('signs in alone, as both factors', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    const { backupCodes } = await addPasskey(shop, member, authenticator);
    expect(backupCodes).toHaveLength(10);
    const answer = await signIn(authenticator.get(await askSignIn()));
    expect(dataOf(answer)).toMatchObject({ status: 'signed_in', user: { id: member.userId } });
    const { id } = dataOf<{ session: { id: string } }>(answer).session;
    const session = await shop.ctx.db.prisma.session.findUniqueOrThrow({ where: { id } });
    expect(session.factorAt).not.toBeNull();
  });

  test('that does not verify its user signs in only beside the password', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator({ verifiesUser: false });
    await addPasskey(shop, member, authenticator);
    const alone = await signIn(authenticator.get(await askSignIn()));
    expect(codeOfProblem(alone)).toBe('factor_invalid');
    const { token, factors, passkey } = await challengeOf(shop, member);
    expect(factors).toEqual(['passkey', 'backup_code']);
    const answer = await post('challenge', { token, passkey: authenticator.get(passkey as never) });
    expect(dataOf(answer)).toMatchObject({ status: 'signed_in' });
  });

  test('makes a session fresh again', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    const passkey = authenticator.get(await optionsOf('step-up/options', member.as));
    expect((await post('step-up', { passkey }, member.as)).status).toBe(200);
  });

  test('stays where it is the last way to sign in, even when two are removed at once', async () => {
    const member = await newMember(shop);
    const ids: string[] = [];
    for (let at = 0; at < 2; at++) {
      const { passkey } = await addPasskey(shop, member, new SoftwareAuthenticator());
      ids.push(passkey.id);
    }
    await shop.ctx.db.prisma.user.update({
      where: { id: member.userId },
      data: { passwordHash: null },
    });
    const answers = await Promise.all(
      ids.map((id) => shop.api.delete(`/api/v1/auth/passkeys/${id}`).set(member.as)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.map(codeOfProblem)).toContain('last_sign_in_method');
    const where = { userId: member.userId };
    expect(await shop.ctx.db.prisma.passkey.count({ where })).toBe(1);
  });

  test('is used on pages of the domain alone', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator({ origin: 'https://www.shop.test' });
    await addPasskey(shop, member, authenticator);
    expect((await signIn(authenticator.get(await askSignIn()))).status).toBe(200);
    for (const origin of ['https://elsewhere.example', 'https://shop.test.evil.example']) {
      authenticator.origin = origin;
      const answer = await signIn(authenticator.get(await askSignIn()));
      expect(codeOfProblem(answer)).toBe('factor_invalid');
    }
  });

  test('answers a challenge once, and only one of this shop, purpose and person', async () => {
    const [member, other] = [await newMember(shop), await newMember(shop)];
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    const passkey = authenticator.get(await askSignIn());
    expect((await signIn(passkey)).status).toBe(200);
    expect(codeOfProblem(await signIn(passkey))).toBe('factor_invalid');
    const invented = { challenge: Buffer.alloc(32).toString('base64url'), rpId: 'shop.test' };
    expect(codeOfProblem(await signIn(authenticator.get(invented)))).toBe('factor_invalid');
    const forStepUp = authenticator.get(await optionsOf('step-up/options', member.as));
    expect(codeOfProblem(await signIn(forStepUp))).toBe('factor_invalid');
    const ofOther = authenticator.get(await optionsOf('step-up/options', other.as));
    expect(codeOfProblem(await post('step-up', { passkey: ofOther }, other.as))).toBe(
      'factor_invalid',
    );
  });

  test('is refused with a signature that was changed', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    const { response, ...rest } = authenticator.get(await askSignIn());
    const data = Buffer.from(response.authenticatorData, 'base64url');
    data[36] = (data[36] ?? 0) + 7;
    const authenticatorData = data.toString('base64url');
    const answer = await signIn({ ...rest, response: { ...response, authenticatorData } });
    expect(codeOfProblem(answer)).toBe('factor_invalid');
  });

  test('whose counter goes back is refused for good, and told to its owner', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    expect((await signIn(authenticator.get(await askSignIn()))).status).toBe(200);
    authenticator.counter = 0;
    const copy = authenticator.get(await askSignIn());
    expect(codeOfProblem(await signIn(copy))).toBe('factor_invalid');
    authenticator.counter = 100;
    const answer = await signIn(authenticator.get(await askSignIn()));
    expect(codeOfProblem(answer)).toBe('factor_invalid');
    const list = await shop.api.get('/api/v1/auth/passkeys').set(member.as);
    expect(dataOf(list)).toMatchObject([{ suspended: true }]);
    const events = await shop.ctx.db.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM events WHERE type = 'factor.passkey_suspected'
      AND payload ->> 'userId' = ${member.userId}`;
    expect(events).toEqual([{ count: 1 }]);
    // The account stays guarded: the suspected passkey is a factor, though not one that helps.
    expect((await challengeOf(shop, member)).factors).toEqual(['backup_code']);
  });

  test('that does not count may stay at 0', async () => {
    const member = await newMember(shop);
    const authenticator = new SoftwareAuthenticator({ counts: false });
    await addPasskey(shop, member, authenticator);
    for (const _ of [1, 2]) {
      expect((await signIn(authenticator.get(await askSignIn()))).status).toBe(200);
    }
  });

  test('is added once, to one account', async () => {
    const [member, other] = [await newMember(shop), await newMember(shop)];
    const authenticator = new SoftwareAuthenticator();
    await addPasskey(shop, member, authenticator);
    const options = await optionsOf('passkeys/options', other.as);
    const credential = authenticator.create(options);
    const answer = await post('passkeys', { name: 'Phone', credential }, other.as);
    expect(codeOfProblem(answer)).toBe('factor_invalid');
  });

  test('is renamed and removed by its owner alone', async () => {
    const [member, other] = [await newMember(shop), await newMember(shop)];
    const authenticator = new SoftwareAuthenticator();
    const { passkey } = await addPasskey(shop, member, authenticator);
    const path = `/api/v1/auth/passkeys/${passkey.id}`;
    await shop.api.patch(path).set(other.as).send({ name: 'Mine' }).expect(404);
    await shop.api.delete(path).set(other.as).expect(404);
    const renamed = await shop.api.patch(path).set(member.as).send({ name: 'Key ring' });
    expect(dataOf(renamed)).toMatchObject({ name: 'Key ring' });
    await shop.api.delete(path).set(member.as).expect(200);
    expect((await signIn(authenticator.get(await askSignIn()))).status).toBe(422);
  });

  test('is one of 20 at most', async () => {
    const { userId, as } = await newMember(shop);
    const options = await optionsOf('passkeys/options', as);
    await shop.ctx.db.prisma.passkey.createMany({
      data: Array.from({ length: 20 }, (_, at) => ({
        id: newId('passkey'),
        userId,
        credentialId: `${userId}.${at}`,
        publicKey: Buffer.from([0]),
        counter: 0,
        isBackedUp: false,
        name: 'Key',
      })),
    });
    const credential = new SoftwareAuthenticator().create(options);
    const answer = await post('passkeys', { name: 'One more', credential }, as);
    expect(codeOfProblem(answer)).toBe('too_many_passkeys');
  });
});
