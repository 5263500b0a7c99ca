import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import {
  asBearer,
  askForReset,
  cookiesOf,
  logIn,
  newEmail,
  PASSWORD,
  postAuth,
  registerAccount,
  verifiedAccount,
} from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({
    SIGN_IN_RATE_LIMIT_MAX: '100000',
    PROOF_OF_WORK_AFTER: '0',
    TRUST_PROXY: '1',
  });
});
afterAll(() => shop.close());

// All requests come from one network, whose failures would add up over the tests.
beforeEach(() => shop.ctx.db.prisma.signInFailure.deleteMany());

const guess = (email: string, more: object = {}) =>
  postAuth(shop, 'login', { email, password: 'not the password', ...more });

async function statusesOf(count: number, email: string, more: object = {}): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at++) statuses.push((await guess(email, more)).status);
  return statuses;
}

/** Lets so many seconds pass for all waits. */
const wait = (seconds: number) =>
  shop.ctx.db.prisma.$executeRaw`UPDATE sign_in_failures SET
    last_at = last_at - ${seconds}::int * interval '1 second',
    blocked_until = blocked_until - ${seconds}::int * interval '1 second'`;

const blocked = [401, 401, 401, 401, 401, 429];

describe('Wrong passwords', () => {
  test('make the next sign-in wait, for a known address as for one that no one has', async () => {
    const { email } = await registerAccount(shop);
    const answers = [];
    for (const address of [email, newEmail()]) {
      expect(await statusesOf(6, address)).toEqual(blocked);
      const { status, headers, body } = await guess(address);
      answers.push({ status, retryAfter: headers['retry-after'], code: body.code });
    }
    expect(answers[0]).toEqual({ status: 429, retryAfter: '1', code: 'rate_limited' });
    expect(answers[1]).toEqual(answers[0]);
  });

  test('make it wait longer each time, never more than five minutes', async () => {
    const email = newEmail();
    await statusesOf(5, email);
    const waits: number[] = [];
    for (let at = 0; at < 11; at++) {
      const { headers } = await guess(email).expect(429);
      waits.push(Number(headers['retry-after']));
      await wait(waits.at(-1) ?? 0);
      await guess(email).expect(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  test('refuse the right password while the wait lasts, and are forgotten with it afterwards', async () => {
    const { email } = await verifiedAccount(shop);
    await statusesOf(6, email);
    await postAuth(shop, 'login', { email, password: PASSWORD }).expect(429);
    await wait(1);
    await logIn(shop, { email, password: PASSWORD });
    expect(await statusesOf(6, email)).toEqual(blocked);
  });

  test('are forgotten after an hour', async () => {
    const email = newEmail();
    await statusesOf(6, email);
    await wait(3601);
    expect(await statusesOf(6, email)).toEqual(blocked);
  });

  test('in parallel are counted one by one', async () => {
    const email = newEmail();
    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(email)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test('of one network are counted over all addresses, and right ones do not clear the count', async () => {
    const own = await verifiedAccount(shop);
    for (let at = 0; at < 10; at++) {
      expect(await statusesOf(2, newEmail())).toEqual([401, 401]);
      if (at < 9) await logIn(shop, own);
    }
    await guess(newEmail()).expect(429);
  });
});

describe('An owner on a new device', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address });

  test('signs in from another network, however long a stranger goes on guessing', async () => {
    const { email } = await verifiedAccount(shop);
    const strangersGuess = () =>
      postAuth(shop, 'login', { email, password: 'not the password' }, from('198.51.100.1'));
    for (let at = 0; at < 12; at++) {
      await strangersGuess();
      await wait(at);
    }
    await strangersGuess();
    expect((await strangersGuess()).status).toBe(429);
    const right = { email, password: PASSWORD };
    expect((await postAuth(shop, 'login', right, from('203.0.113.9'))).status).toBe(200);
    expect((await strangersGuess()).status).toBe(429);
  });

  test('signs in by a proof of work while strangers guess from many networks', async () => {
    const other = await startTestApp({
      TRUST_PROXY: '1',
      SIGN_IN_RATE_LIMIT_MAX: '100000',
      PROOF_OF_WORK_AFTER: '5',
    });
    try {
      const { email } = await verifiedAccount(other);
      const wrong = { email, password: 'not the password' };
      for (let at = 1; at <= 10; at++) {
        await postAuth(other, 'login', wrong, from(`198.51.100.${at}`)).expect(401);
      }
      // One account, however its domain is spelt.
      const unknown = ['ada@bücher.example', 'ada@xn--bcher-kva.example'];
      for (let at = 11; at <= 20; at++) {
        const guessed = { ...wrong, email: unknown[at % 2] };
        await postAuth(other, 'login', guessed, from(`198.51.100.${at}`)).expect(401);
      }
      const spelt = { ...wrong, email: unknown[0] };
      await postAuth(other, 'login', spelt, from('203.0.113.8')).expect(403);
      const right = { email: email.toUpperCase(), password: PASSWORD };
      const refused = await postAuth(other, 'login', right, from('203.0.113.9'));
      expect([refused.status, refused.body.code]).toEqual([403, 'proof_of_work_required']);
      const challenge = refused.body.challenge as Challenge;
      const solution = await solveChallenge({ challenge, deriveKey });
      const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
      const headers = { ...from('203.0.113.9'), 'X-Proof-Of-Work': proof };
      expect((await postAuth(other, 'login', right, headers)).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});

describe('A device where the holder has signed in', () => {
  test('is not kept out by strangers, and has a count that they do not share', async () => {
    const { email, deviceToken } = await verifiedAccount(shop);
    await statusesOf(6, email);
    await logIn(shop, { email, password: PASSWORD }, { deviceToken });
    await guess(email).expect(429);
    expect(await statusesOf(6, email, { deviceToken })).toEqual(blocked);
    await guess(email, { deviceToken: `${deviceToken}.more` }).expect(429);
  });

  test('of another account does not count as known', async () => {
    const [{ email }, other] = [await verifiedAccount(shop), await verifiedAccount(shop)];
    await statusesOf(6, email);
    expect((await guess(email, { deviceToken: other.deviceToken })).status).toBe(429);
  });

  test('of a stranger who has registered with the address gives no more guesses', async () => {
    const owner = await verifiedAccount(shop);
    const stranger = { email: owner.email, password: 'the stranger’s words' };
    await registerAccount(shop, stranger);
    await statusesOf(4, owner.email);
    // A right password of the stranger's own account does not clear the count.
    const { deviceToken } = await logIn(shop, stranger);
    expect(await statusesOf(2, owner.email, { deviceToken })).toEqual([401, 429]);
  });
});

describe('A new password', () => {
  test('makes every device unknown but the one that set it', async () => {
    const account = await verifiedAccount(shop);
    const { email, deviceToken: old } = account;
    const password = 'a new password of words';
    const change = { currentPassword: PASSWORD, newPassword: password };
    const changed = await postAuth(shop, 'change-password', change, asBearer(account)).expect(200);
    const { deviceToken } = changed.body.data as { deviceToken: string };
    expect(cookiesOf(changed)['__Secure-cw_device']).toBe(deviceToken);
    await statusesOf(6, email);
    const right = { email, password };
    expect((await postAuth(shop, 'login', { ...right, deviceToken: old })).status).toBe(429);
    expect((await postAuth(shop, 'login', { ...right, deviceToken })).status).toBe(200);
  });

  test('by a link makes the device known, which strangers’ guesses do not keep out', async () => {
    const account = await verifiedAccount(shop);
    const { email } = account;
    const token = await askForReset(shop, account);
    const password = 'a new password of words';
    const reset = { token, newPassword: password };
    const { body } = await postAuth(shop, 'reset-password', reset).expect(200);
    await statusesOf(6, email);
    const right = { email, password };
    expect((await postAuth(shop, 'login', right)).status).toBe(429);
    const { deviceToken } = body.data as { deviceToken: string };
    expect((await postAuth(shop, 'login', { ...right, deviceToken })).status).toBe(200);
  });
});

describe('A new password by a link', () => {
  test('ends the waits of the account', async () => {
    const account = await verifiedAccount(shop);
    const { email, deviceToken } = account;
    await statusesOf(6, email);
    await statusesOf(6, email, { deviceToken });
    const token = await askForReset(shop, account);
    const newPassword = 'a new password of words';
    await postAuth(shop, 'reset-password', { token, newPassword }).expect(200);
    const known = { email, password: newPassword, deviceToken };
    for (const body of [{ email, password: newPassword }, known]) {
      expect((await postAuth(shop, 'login', body)).status).toBe(200);
    }
  });
});

describe('Someone who is signed in', () => {
  test('waits after wrong passwords, and does so for the account alone', async () => {
    const account = await verifiedAccount(shop);
    const change = () =>
      postAuth(
        shop,
        'change-password',
        { currentPassword: 'not the password', newPassword: 'a new password of words' },
        asBearer(account),
      );
    for (let at = 0; at < 5; at++) await change().expect(403);
    expect((await change()).status).toBe(429);
    await logIn(shop, account);
  });
});

describe('A shop', () => {
  test('without limits of sign-ins has no waits', async () => {
    const other = await startTestApp({ SIGN_IN_RATE_LIMIT_MAX: '0' });
    try {
      const email = newEmail();
      for (let at = 0; at < 8; at++) {
        const answer = await postAuth(other, 'login', { email, password: 'not the password' });
        expect(answer.status).toBe(401);
      }
    } finally {
      await other.close();
    }
  });

  test('under attack demands a proof of work of sign-ins and registrations', async () => {
    const other = await startTestApp({
      PROOF_OF_WORK_AFTER: '2',
      SIGN_IN_RATE_LIMIT_MAX: '100000',
    });
    try {
      const body = { email: newEmail(), password: 'not the password' };
      for (let at = 0; at < 2; at++) await postAuth(other, 'login', body).expect(401);
      for (const path of ['login', 'register']) {
        const { body: refused } = await postAuth(other, path, body).expect(403);
        expect(refused.code).toBe('proof_of_work_required');
      }
    } finally {
      await other.close();
    }
  });
});
