import type { components } from '../generated/schema.ts';
import { isProblem } from '../problem.ts';

type ChallengeOfWork = components['schemas']['ProofOfWorkChallenge'];
type Solution = { counter: number; derivedKey: string };

/** Keys that are derived at the same time, by the threads of the browser. */
const AT_A_TIME = 4;
const HASHES = new Map([
  ['PBKDF2/SHA-256', 'SHA-256'],
  ['PBKDF2/SHA-384', 'SHA-384'],
  ['PBKDF2/SHA-512', 'SHA-512'],
]);

/**
 * Makes a call, and once more with the solution of a challenge where the shop asks for one, as it does
 * while many sign-ins fail. Solving takes a second or two of the browser's threads, and blocks no page.
 * @throws {CartwrightProblem} proof_of_work_required where the challenge cannot be solved: a page without
 *   HTTPS has no WebCrypto.
 */
export async function withWork<T>(
  call: (headers: Record<string, string>) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await call({});
  } catch (error) {
    if (!isProblem(error, 'proof_of_work_required')) throw error;
    const challenge = error.problem['challenge'] as ChallengeOfWork | undefined;
    const solution = challenge && (await solve(challenge, signal));
    if (!solution) throw error;
    return call({ 'X-Proof-Of-Work': btoa(JSON.stringify({ challenge, solution })) });
  }
}

/** ALTCHA's proof of work, version 2: https://altcha.org/docs/v2/proof-of-work/ */
async function solve(
  { parameters }: ChallengeOfWork,
  signal: AbortSignal | undefined,
): Promise<Solution | undefined> {
  const hash = HASHES.get(parameters.algorithm);
  const { subtle } = crypto as Partial<Pick<typeof crypto, 'subtle'>>;
  if (hash === undefined || subtle === undefined) return undefined;
  const rule = {
    name: 'PBKDF2',
    hash,
    salt: bytesOf(parameters.salt),
    iterations: parameters.cost,
  };
  const tryOne = async (counter: number): Promise<Solution> => {
    const password = passwordOf(parameters.nonce, counter);
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const derived = await subtle.deriveBits(rule, key, parameters.keyLength * 8);
    return { counter, derivedKey: hexOf(new Uint8Array(derived)) };
  };
  for (let next = 0; Date.now() < parameters.expiresAt * 1000; next += AT_A_TIME) {
    signal?.throwIfAborted();
    const tries = Array.from({ length: AT_A_TIME }, (_, index) => tryOne(next + index));
    const found = (await Promise.all(tries)).find(({ derivedKey }) =>
      derivedKey.startsWith(parameters.keyPrefix),
    );
    if (found) return found;
  }
  return undefined;
}

/** The nonce, then the counter as four bytes, the highest first. */
function passwordOf(nonce: string, counter: number): Uint8Array<ArrayBuffer> {
  return bytesOf(nonce + counter.toString(16).padStart(8, '0'));
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
