import { setTimeout as delay } from 'node:timers/promises';
import { openHttp } from '../http.ts';

const READS_A_SECOND = 200;

/**
 * Reads the paths in rotation at a constant rate while `work` runs, so that the times of two states of a
 * shop compare: a reader that waited for its answers would send fewer when they are slow.
 * @returns the milliseconds of each read, and what `work` has brought.
 */
export async function pacedReads<T>(base: string, paths: readonly string[], work: Promise<T>) {
  const http = openHttp(base, 16);
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  const isOver = new AbortController();
  const end = () => isOver.abort();
  work.then(end, end);
  const read = async (path: string) => {
    const began = performance.now();
    const { status } = await http.send({ method: 'GET', path });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    times.push(performance.now() - began);
  };
  const started = performance.now();
  for (let count = 0; !isOver.signal.aborted; count++) {
    pending.push(read(paths[count % paths.length] ?? '/'));
    const due = started + ((count + 1) * 1000) / READS_A_SECOND;
    await delay(Math.max(0, due - performance.now()));
  }
  await Promise.all(pending);
  http.close();
  return { times, result: await work };
}
