import type { Response } from 'supertest';
import type { CrashingProcess, CrashShop } from './crashShop.ts';
import type { Trouble } from './steps.ts';

/** The work of a process with a fault. */
type Work = (process: CrashingProcess) => PromiseLike<unknown>;

/**
 * Runs work in a separate process with a fault, and ignores its error.
 * @returns the steps that it took.
 */
export async function disturbed(
  shop: CrashShop,
  trouble: Trouble | undefined,
  work: Work,
): Promise<string[]> {
  const process = await shop.startProcess(trouble);
  try {
    await work(process);
  } catch (error) {
    if (!process.steps.hasStruck) throw error;
  } finally {
    await process.end();
  }
  expect(process.steps.hasStruck).toBe(trouble !== undefined);
  return process.steps.taken;
}

/**
 * Sends a request to a process with a fault, and repeats it with the same key, as a client does. A
 * repeated request gets the first answer.
 */
export async function askTwice(
  shop: CrashShop,
  trouble: Trouble | undefined,
  send: (api: CrashShop['api']) => PromiseLike<Response>,
): Promise<{ answer: Response; taken: string[] }> {
  let first: Response | undefined;
  const taken = await disturbed(shop, trouble, async ({ api }) => {
    first = await send(api);
  });
  if (trouble?.mishap === 'the process dies') await shop.endLeases();
  const answer = await send(shop.api);
  expect(answer).toMatchObject({ ok: true });
  expect(first?.ok ? first.text : answer.text).toBe(answer.text);
  return { answer, taken };
}
