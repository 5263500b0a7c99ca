import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db } from '../db/client.ts';

/** Who acts. A guest is known only by the capability in the request (a cart's id, an order's token). */
export type Actor =
  | { kind: 'guest' }
  | { kind: 'customer'; id: string }
  | { kind: 'staff'; id: string }
  | { kind: 'system'; id: string };

/** What every use case takes first: the database or the open transaction, who acts, and for which request. */
export interface Context {
  readonly db: Db;
  readonly actor: Actor;
  readonly requestId: string;
  /**
   * Work that must not happen unless the change is committed (cache, bus, mail that may be lost).
   * Inside a transaction it runs after the commit; outside of one, at once.
   */
  afterCommit(work: () => void | Promise<void>): void;
}

/** What is kept per request or job, for logs and for counting statements. */
export interface Ambient {
  readonly requestId: string;
  /** SQL statements sent so far, BEGIN and COMMIT included. */
  statements: number;
  /** Milliseconds spent waiting for the database. */
  databaseMs: number;
}

const ambient = new AsyncLocalStorage<Ambient>();

/** Runs `work` as one request or job; everything it awaits sees the same `Ambient`. */
export function runWithAmbient<T>(requestId: string, work: () => T): T {
  return ambient.run({ requestId, statements: 0, databaseMs: 0 }, work);
}

/** The request or job that is running, if any. */
export function currentAmbient(): Ambient | undefined {
  return ambient.getStore();
}

/** The context of a use case that stands outside any transaction. */
export function createContext(db: Db, actor: Actor, requestId: string): Context {
  return {
    db,
    actor,
    requestId,
    afterCommit(work) {
      void work();
    },
  };
}
