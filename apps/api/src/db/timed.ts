import { currentRequest } from '../kernel/requestStore.ts';

/** Counts a statement and its time for the request that sends it. */
export async function timed<T>(send: () => Promise<T>): Promise<T> {
  const request = currentRequest();
  if (!request) return send();
  request.statements += 1;
  const started = performance.now();
  try {
    return await send();
  } finally {
    request.databaseMs += performance.now() - started;
  }
}
