import type { Config } from '../src/config/index.ts';

const ANSWER_MS = 1000;

/**
 * The address of the sandbox that a running shop has started, if this shop has one: it listens two
 * ports above the API, unless that port was taken.
 */
export async function runningSandbox({ stripe, http }: Config): Promise<string | undefined> {
  if (!stripe.embedded || stripe.apiBase !== undefined) return undefined;
  const url = `http://127.0.0.1:${http.port + 2}`;
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(`${url}/_sandbox/state`, { signal });
    const state: unknown = await answer.json();
    return isOf(state, stripe.secretKey) ? url : undefined;
  } catch {
    return undefined;
  }
}

function isOf(state: unknown, secretKey: string): boolean {
  return (
    typeof state === 'object' &&
    state !== null &&
    'secretKey' in state &&
    state.secretKey === secretKey
  );
}
