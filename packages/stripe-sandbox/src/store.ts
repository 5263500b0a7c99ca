import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { resourceMissing } from './errors.ts';
import type { ApiObject, Kind, ObjectsByKind } from './types.ts';

/**
 * `objects` holds every API object as JSON; `seq` is the order of creation, by which lists are
 * sorted. The expression indexes serve the filters of the list endpoints; an object is in those of the
 * members that it has, or each would be written into all of them.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS objects_kind ON objects (kind, seq);
  CREATE INDEX IF NOT EXISTS objects_payment_intent ON objects (kind, doc ->> '$.payment_intent', seq)
    WHERE doc ->> '$.payment_intent' IS NOT NULL;
  CREATE INDEX IF NOT EXISTS objects_charge ON objects (kind, doc ->> '$.charge', seq)
    WHERE doc ->> '$.charge' IS NOT NULL;
  CREATE INDEX IF NOT EXISTS objects_customer ON objects (kind, doc ->> '$.customer', seq)
    WHERE doc ->> '$.customer' IS NOT NULL;
  CREATE INDEX IF NOT EXISTS objects_email ON objects (kind, doc ->> '$.email', seq)
    WHERE doc ->> '$.email' IS NOT NULL;
  CREATE INDEX IF NOT EXISTS objects_type ON objects (kind, doc ->> '$.type', seq)
    WHERE doc ->> '$.type' IS NOT NULL;
  CREATE INDEX IF NOT EXISTS objects_source ON objects (kind, doc ->> '$.source', seq)
    WHERE doc ->> '$.source' IS NOT NULL;
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS idempotency_keys (
    key TEXT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    params TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    request_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS timers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    due_ms INTEGER NOT NULL,
    job TEXT NOT NULL,
    object_id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS timers_due ON timers (due_ms);
  CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    next_ms INTEGER NOT NULL,
    last_status INTEGER,
    last_error TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, next_ms);
  CREATE INDEX IF NOT EXISTS deliveries_event ON deliveries (event_id);
`;

const TABLES = ['objects', 'idempotency_keys', 'timers', 'deliveries'] as const;

export type Row = Record<string, SQLOutputValue>;

/**
 * All state, in one SQLite file (or in memory). A transaction is on disk, as far as the operating
 * system is concerned, when it returns, so `kill -9` loses nothing that was answered.
 */
export class Store {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  /** @param directory where the file is kept; in memory when undefined */
  constructor(directory: string | undefined) {
    if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = directory === undefined ? ':memory:' : join(directory, 'sandbox.sqlite');
    this.#database = new DatabaseSync(file, { timeout: 5000 });
    // Exclusive: a second sandbox on the same files would deliver every event twice.
    this.#database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;',
    );
    this.#database.exec(SCHEMA);
  }

  close(): void {
    this.#database.close();
  }

  /** Runs one statement that returns nothing. */
  run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  /** Runs one query. */
  rows(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values);
  }

  /** Runs `body` in a transaction, which does not nest. */
  transaction<T>(body: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = body();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  find<K extends Kind>(kind: K, id: string): ObjectsByKind[K] | undefined {
    const [row] = this.rows('SELECT doc FROM objects WHERE id = ? AND kind = ?', id, kind);
    return row === undefined ? undefined : JSON.parse(String(row['doc']));
  }

  /**
   * The object with this id.
   * @param param the parameter that named it; without one, it was the path (404 instead of 400)
   * @throws ApiError `resource_missing`
   */
  get<K extends Kind>(kind: K, id: string, param?: string): ObjectsByKind[K] {
    const found = this.find(kind, id);
    if (found === undefined) {
      throw param === undefined
        ? resourceMissing(kind, id, kind.endsWith('_intent') ? 'intent' : 'id')
        : resourceMissing(kind, id, param, 400);
    }
    return found;
  }

  /** Inserts the object, or replaces the one with the same id. */
  put(object: ApiObject): void {
    this.run(
      `INSERT INTO objects (id, kind, doc) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET doc = excluded.doc`,
      object.id,
      object.object,
      JSON.stringify(object),
    );
  }

  /** A named text that is no API object, such as the webhook endpoint. */
  fact(name: string): string | undefined {
    const [row] = this.rows('SELECT value FROM facts WHERE name = ?', name);
    return row === undefined ? undefined : String(row['value']);
  }

  setFact(name: string, value: string): void {
    this.run(
      'INSERT INTO facts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    );
  }

  /** Deletes every object, key, timer and delivery; the webhook endpoint stays. */
  clear(): void {
    this.transaction(() => {
      for (const table of TABLES) this.run(`DELETE FROM ${table}`);
      this.run("DELETE FROM facts WHERE name <> 'webhook_endpoint'");
    });
  }

  #prepare(sql: string): ReturnType<DatabaseSync['prepare']> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
