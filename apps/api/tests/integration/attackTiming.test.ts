import { newEmail, PASSWORD, registerAccount } from '../helpers/accounts.ts';
import { startTestApp, type TestApp } from '../helpers/app.ts';

/** Requests of each kind: enough for a median that a busy machine does not move far. */
const ROUNDS = 25;
/** The slower median may be so many times the faster one; comparing a password is most of a request. */
const TOLERANCE = 2;

let shop: TestApp;
beforeAll(async () => {
  shop = await startTestApp({
    RATE_LIMIT_MAX: '0',
    PASSWORD_BCRYPT_COST: '8',
  });
});
afterAll(() => shop.close());

const median = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

async function timeOf(path: string, body: object): Promise<number> {
  const began = performance.now();
  await shop.api.post(`/api/v1/${path}`).send(body);
  return performance.now() - began;
}

/** Medians of requests with a known and with an unknown address, which take turns. */
async function mediansOf(path: string, known: string, more: object) {
  const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.known.push(await timeOf(path, { email: known, ...more }));
    times.unknown.push(await timeOf(path, { email: newEmail(), ...more }));
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

test.each([
  ['Sign-ins with a wrong password', 'auth/login', { password: 'not the password' }],
  ['Registrations', 'auth/register', { password: PASSWORD }],
  ['Requests for a new password', 'auth/forgot-password', {}],
  ['Requests for another verification mail', 'auth/verify-email/resend', {}],
])(
  '%s are answered in the same time, whether the address has an account or not',
  async (_what, path, more) => {
    const { email } = await registerAccount(shop);
    const { known, unknown } = await mediansOf(path, email, more);
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(TOLERANCE);
  },
);

test('Sign-ups for newsletters are answered in the same time, whether the address has them or not', async () => {
  const email = newEmail();
  await shop.container.services.consents.import(shop.ctx, [
    { email, topic: 'newsletter', state: 'subscribed', level: 'confirmed_opt_in', wording: 'x' },
  ]);
  const { known, unknown } = await mediansOf('newsletter', email, {});
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(TOLERANCE);
});
