import { postAuth } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { SoftwareAuthenticator } from '../helpers/authenticator.ts';
import {
  addPasskey,
  challengeOf,
  codeOf,
  dataOf,
  forgetSteps,
  newMember,
  newTotpMember,
  type TotpMember,
} from '../helpers/factors.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp();
});
afterAll(() => shop.close());

const RACERS = 8;

/** The statuses of as many answers at once, each to its own challenge. */
async function raceChallenges(member: TotpMember, code: string): Promise<number[]> {
  const challenges = await Promise.all(
    Array.from({ length: RACERS }, () => challengeOf(shop, member)),
  );
  const answers = await Promise.all(
    challenges.map(({ token }) => postAuth(shop, 'challenge', { token, code })),
  );
  return answers.map(({ status }) => status).sort((a, b) => a - b);
}

const once = [200, ...Array.from({ length: RACERS - 1 }, () => 422)];

test('A code of an authenticator app that comes several times at once counts once', async () => {
  for (let round = 0; round < 3; round++) {
    const member = await newTotpMember(shop);
    expect(await raceChallenges(member, codeOf(member.secret))).toEqual(once);
  }
});

test('A backup code that comes several times at once counts once', async () => {
  for (let round = 0; round < 3; round++) {
    const member = await newTotpMember(shop);
    const [code = ''] = member.backupCodes;
    expect(await raceChallenges(member, code)).toEqual(once);
  }
});

test('Answers to one challenge at once share five tries, and open one session', async () => {
  const member = await newTotpMember(shop);
  const { token } = await challengeOf(shop, member);
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => postAuth(shop, 'challenge', { token, code: '000000' })),
  );
  expect(guesses.filter(({ status }) => status === 422)).toHaveLength(5);
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(7);

  await forgetSteps(shop, member);
  const second = await challengeOf(shop, member);
  const codes = [codeOf(member.secret), ...member.backupCodes.slice(0, 3)];
  const answers = await Promise.all(
    codes.map((code) => postAuth(shop, 'challenge', { token: second.token, code })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('The confirmation of an app that comes twice at once succeeds once', async () => {
  const { as } = await newMember(shop);
  const begun = await postAuth(shop, 'factors/totp', {}, as);
  const { secret } = dataOf<{ secret: string }>(begun);
  const code = codeOf(secret);
  const answers = await Promise.all(
    [1, 2, 3].map(() => postAuth(shop, 'factors/totp/confirm', { code }, as)),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422, 422]);
});

test('A passkey’s answer that comes several times at once counts once', async () => {
  const member = await newMember(shop);
  const authenticator = new SoftwareAuthenticator();
  await addPasskey(shop, member, authenticator);
  const options = dataOf<never>(await postAuth(shop, 'passkeys/sign-in/options', {}));
  const passkey = authenticator.get(options);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => postAuth(shop, 'passkeys/sign-in', { passkey })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});
