import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../src/config/index.ts';

const ANSWER_MS = 5000;

/**
 * The address of the sandbox that the shop of this data folder uses, if it runs. The sandbox
 * records its address there; the record may be left over from a killed one, and another shop's
 * sandbox may listen at the address, so the answer must name this folder.
 */
export async function runningSandbox({ stripe, dataDir }: Config): Promise<string | undefined> {
  if (!stripe.embedded || stripe.apiBase !== undefined) return undefined;
  const folder = path.join(dataDir, 'stripe');
  try {
    const url = await readFile(path.join(folder, 'address'), 'utf8');
    const signal = AbortSignal.timeout(ANSWER_MS);
    const answer = await fetch(`${url}/_sandbox/state`, { signal });
    const state: unknown = await answer.json();
    return isOf(state, path.resolve(folder)) ? url : undefined;
  } catch {
    return undefined;
  }
}

function isOf(state: unknown, folder: string): boolean {
  return (
    typeof state === 'object' && state !== null && 'dataDir' in state && state.dataDir === folder
  );
}
