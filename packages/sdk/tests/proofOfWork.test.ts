import { createCartwright, isProblem, type Cartwright } from '../src/index.ts';
import { findDemoShop, type DemoShop } from './helpers/demoShop.ts';
import { FAILURES_BEFORE_WORK } from './helpers/sharedShop.ts';
import { newEmail, password } from './helpers/shoppers.ts';

// The proof of work that a shop under attack asks for, against a running shop.

jest.setTimeout(120_000);

let running: DemoShop;
beforeAll(async () => {
  running = await findDemoShop();
});

/** Calls that the client sends, by path and whether they bring a proof. */
type Sent = [path: string, hasProof: boolean][];

/** A client from which too many sign-ins have failed. @param address of no other test */
async function attacker(address: string): Promise<{ shop: Cartwright; sent: Sent }> {
  const headers = { 'X-Forwarded-For': address };
  const wrong = { password: 'not the password' };
  const plain = createCartwright({ baseUrl: running.base, headers });
  const failures = Array.from({ length: FAILURES_BEFORE_WORK }, () =>
    plain.auth.signIn({ email: newEmail(), ...wrong }),
  );
  await Promise.allSettled(failures);
  const sent: Sent = [];
  const recording: typeof fetch = (input, init) => {
    const { url, headers: given } = input as Request;
    sent.push([new URL(url).pathname, given.has('X-Proof-Of-Work')]);
    return fetch(input, init);
  };
  return { shop: createCartwright({ baseUrl: running.base, headers, fetch: recording }), sent };
}

test('registering and signing in solve the challenge, and are repeated once', async () => {
  const { shop, sent } = await attacker('198.51.100.1');
  const email = newEmail();
  await shop.auth.register({ email, password });
  const result = await shop.auth.signIn({ email, password });
  expect(result).toMatchObject({ status: 'signed_in', user: { email } });
  expect(sent).toEqual([
    ['/api/v1/auth/register', false],
    ['/api/v1/auth/register', true],
    ['/api/v1/auth/login', false],
    ['/api/v1/auth/login', true],
  ]);
});

test('the work is that of other threads, and the page goes on', async () => {
  const { shop } = await attacker('198.51.100.5');
  const derive = jest.spyOn(crypto.subtle, 'deriveBits');
  let [turns, isOver] = [0, false];
  const turn = () => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await shop.auth.register({ email: newEmail(), password });
  isOver = true;
  const tries = derive.mock.calls.length;
  expect(tries).toBeGreaterThan(0);
  expect(turns).toBeGreaterThan(tries / 4);
});

test('a wrong password stays wrong with a proof, and is sent no third time', async () => {
  const { shop, sent } = await attacker('198.51.100.2');
  const refused: unknown = await shop.auth
    .signIn({ email: newEmail(), password })
    .catch((error: unknown) => error);
  expect(isProblem(refused, 'invalid_credentials')).toBe(true);
  expect(sent).toHaveLength(2);
});

test('a signal ends the work', async () => {
  const { shop, sent } = await attacker('198.51.100.3');
  const controller = new AbortController();
  const call = shop.auth.signIn({ email: newEmail(), password }, { signal: controller.signal });
  const timer = setInterval(() => sent.length > 0 && controller.abort(new Error('enough')), 1);
  await expect(call).rejects.toThrow('enough');
  clearInterval(timer);
  expect(sent).toHaveLength(1);
});

test('without WebCrypto the refusal is what the caller gets', async () => {
  const { shop, sent } = await attacker('198.51.100.4');
  jest.spyOn(crypto, 'subtle', 'get').mockReturnValue(undefined as never);
  const refused: unknown = await shop.auth
    .signIn({ email: newEmail(), password })
    .catch((error: unknown) => error);
  expect(isProblem(refused, 'proof_of_work_required')).toBe(true);
  expect(sent).toHaveLength(1);
});
