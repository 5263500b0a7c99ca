import { AsyncLocalStorage } from 'node:async_hooks';

/** What is kept per request or job, for logs and for counting statements. */
interface RequestStore {
  readonly requestId: string;
  /** SQL statements sent so far, BEGIN and COMMIT included. */
  statements: number;
  /** Milliseconds spent waiting for the database. */
  databaseMs: number;
}

const ambient = new AsyncLocalStorage<RequestStore>();

/** Runs `work` as one request or job; everything that it awaits sees the same store. */
export function runWithRequestStore<T>(requestId: string, work: () => T): T {
  return ambient.run({ requestId, statements: 0, databaseMs: 0 }, work);
}

/** The request or job that is running, if any. */
export function currentRequest(): RequestStore | undefined {
  return ambient.getStore();
}
