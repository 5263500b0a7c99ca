import { AsyncLocalStorage } from 'node:async_hooks';
import {
  Pool,
  TypeOverrides,
  types,
  type ClientBase,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
} from 'pg';
import type { PrismaClient } from './generated/client.ts';
import { loadOnFirstCall } from './lazyPrisma.ts';
import { watchRefusals, type Refusals } from './refusals.ts';
import { SavepointClient } from './savepointClient.ts';
import { timed } from './timed.ts';
import { valuesOf, type Given, type Statement } from './statement.ts';

/** The same statement, whose answer is waited for no longer than that; 0 is for ever. */
export function withTimeout<Sql extends Statement<never, object>>(sql: Sql, ms: number): Sql {
  return { ...sql, query_timeout: ms === 0 ? LONGEST_TIMER_MS : ms };
}

/**
 * The same statement, whose answer is waited for as long as the server may take: for where its
 * time-out was set to another value for a while.
 * @param serverMs 0 is no limit.
 */
export function withServerTimeout<Sql extends Statement<never, object>>(
  sql: Sql,
  serverMs: number,
): Sql {
  return withTimeout(sql, serverMs === 0 ? 0 : serverMs + GRACE_MS);
}

/**
 * What Prisma offers both inside and outside a transaction; only `inTransaction` opens
 * transactions.
 */
export type Models = Omit<
  PrismaClient,
  '$transaction' | '$connect' | '$disconnect' | '$on' | '$extends'
>;

/** What the database and an open transaction have in common: Prisma for the ordinary, prepared SQL for the hot paths. */
interface Queries {
  readonly prisma: Models;
  /** Runs a prepared statement. @throws the driver's error; `db/errors.ts` reads it. */
  query<Parameters extends object, Row extends object>(
    statement: Statement<Parameters, Row>,
    ...parameters: Given<NoInfer<Parameters>>
  ): Promise<Row[]>;
  /** Runs a prepared statement for what it does. @returns how many rows it touched. */
  execute<Parameters extends object>(
    statement: Statement<Parameters, object>,
    ...parameters: Given<NoInfer<Parameters>>
  ): Promise<number>;
}

/** One open transaction. */
export interface Transaction extends Queries {
  readonly isTransaction: true;
}

/** The process's database: one pool, given to Prisma and to hand-written SQL alike. */
export interface Database extends Queries {
  readonly isTransaction: false;
  readonly pool: Pool;
  readonly url: string;
  /** Whether the database has refused writes for lack of space, or as a standby, and when last. */
  readonly refusals: Refusals;
  /** Queries whose every statement goes to this connection, which has an open transaction. */
  bind(client: PoolClient): Transaction;
  close(): Promise<void>;
}

export type Db = Database | Transaction;

interface DatabaseOptions {
  url: string;
  poolSize: number;
  statementTimeoutMs?: number;
  applicationName?: string;
}

/** No transaction of ours waits for anything but the database, so this is ample. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/** How much longer than the server's own time-out we wait for it to say that the time is up. */
const GRACE_MS = 2000;
/** The longest that a timer of Node's runs. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Which connection Prisma's calls go to. Set for the length of one Prisma call and never longer. */
const boundConnection = new AsyncLocalStorage<PoolClient>();

/**
 * The pool that Prisma and we share. Prisma knows no way to join a transaction that it did not open,
 * and opening all of them through Prisma costs about 250 µs of CPU each (more than BEGIN and COMMIT
 * themselves), so its calls are led to our transaction's connection here.
 */
class SharedPool extends Pool {
  readonly refusals = watchRefusals();
  readonly #queryPool = Pool.prototype.query.bind(this) as (...args: unknown[]) => unknown;
  readonly #connectPool = Pool.prototype.connect.bind(this) as (...args: unknown[]) => unknown;

  override query = ((...args: unknown[]) => {
    const client = boundConnection.getStore();
    const query = client
      ? (client.query.bind(client) as (...args: unknown[]) => unknown)
      : this.#queryPool;
    return this.refusals.watch(timed(async () => query(...args)));
  }) as Pool['query'];

  override connect = ((...args: unknown[]) => {
    const client = boundConnection.getStore();
    return client ? Promise.resolve(new SavepointClient(client)) : this.#connectPool(...args);
  }) as Pool['connect'];
}

/** Opens the pool (lazily: no connection is made until the first statement). */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new SharedPool({
    connectionString: options.url,
    max: options.poolSize,
    types: resultTypes,
    // Waiting longer than this for a connection is worse than a 503 that says when to come back.
    connectionTimeoutMillis: 10_000,
    // A peer that is gone without a word (its machine died) is noticed.
    keepAlive: true,
    application_name: options.applicationName ?? 'cartwright',
    ...clientTimeoutOf(options),
    verify(client, done) {
      void admit(client, options.statementTimeoutMs ?? 0, done);
    },
  });
  // A connection that breaks (the database restarts) is replaced by the pool, or felt by the next
  // statement of its transaction; without listeners Node would end the process: the pool's is for
  // the connections that are idle, and each connection's for when it is in a transaction.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  let loading: Promise<PrismaClient> | undefined;
  const load = () => (loading ??= loadPrisma(pool));
  return {
    ...queries((config) => pool.query(config)),
    prisma: loadOnFirstCall(load),
    isTransaction: false,
    pool,
    refusals: pool.refusals,
    url: options.url,
    bind: (client) => transactionOn(client, load),
    close: () => pool.end(),
  };
}

/**
 * A server that is frozen, or behind a network that swallows everything, cannot keep to its own
 * time-out, so the client has one that is a little longer.
 */
function clientTimeoutOf({ statementTimeoutMs }: DatabaseOptions) {
  return statementTimeoutMs ? { query_timeout: statementTimeoutMs + GRACE_MS } : {};
}

/** Tells the pool when a new connection is ready, or unusable. */
async function admit(
  client: ClientBase,
  statementTimeoutMs: number,
  done: (error?: Error) => void,
): Promise<void> {
  let failure: Error | undefined;
  try {
    await limitTimes(client, statementTimeoutMs);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  done(failure);
}

/**
 * Bounds the time of statements (0: unbounded) and of transactions that do nothing, once for each
 * connection: a process that hangs or is frozen in a transaction must not keep others from its rows
 * for ever. Not as parameters of the start, which PgBouncer refuses in every mode, or drops.
 */
async function limitTimes(client: ClientBase, statementTimeoutMs: number): Promise<void> {
  await client.query(
    `SET statement_timeout = ${statementTimeoutMs};
     SET idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`,
  );
}

/** Prisma gets the connection on first use, since most transactions run only SQL. */
function transactionOn(client: PoolClient, load: () => Promise<PrismaClient>): Transaction {
  let joined: Models | undefined;
  return {
    ...queries((config) => timed(() => client.query(config))),
    isTransaction: true,
    get prisma() {
      return (joined ??= loadOnFirstCall(load, (call) => boundConnection.run(client, call)));
    },
  };
}

function queries(send: (config: QueryConfig) => Promise<QueryResult>) {
  const run = <Parameters extends object>(
    sql: Statement<Parameters, object>,
    [given]: Given<Parameters>,
  ) => send({ ...sql, values: valuesOf(sql, given) });
  return {
    async query<Parameters extends object, Row extends object>(
      sql: Statement<Parameters, Row>,
      ...given: Given<Parameters>
    ) {
      const { rows } = await run(sql, given);
      return rows as Row[];
    },
    async execute<Parameters extends object>(
      sql: Statement<Parameters, object>,
      ...given: Given<Parameters>
    ) {
      const { rowCount } = await run(sql, given);
      return rowCount ?? 0;
    },
  };
}

/** Prisma Client takes 36 MiB of a process, and most processes send only prepared SQL. */
async function loadPrisma(pool: Pool): Promise<PrismaClient> {
  const [{ PrismaPg }, { PrismaClient: Client }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('./generated/client.ts'),
  ]);
  return new Client({ adapter: new PrismaPg(pool, { statementNameGenerator }) });
}

/** The longest lists of values (`in: […]`) have a text for each length: those beyond are not prepared. */
const MAX_PREPARED = 500;

/** Prepared statements about double Prisma's speed; its SQL is the same text each time. */
const statementNames = new Map<string, string>();
function statementNameGenerator({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= MAX_PREPARED) return '';
  const name = `prisma_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

/** int8 as a number: money and counts. Beyond 2^53 a number would lie, so that is an error. */
const resultTypes = new TypeOverrides();
resultTypes.setTypeParser(types.builtins.INT8, parseSafeInteger);
resultTypes.setTypeParser(types.builtins.NUMERIC, parseWholeNumber);

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
}

/**
 * A numeric as a number where it is whole, as sums of money and counts are. No number holds every other
 * one exactly, and an amount must not be rounded unseen: a statement that means a rough figure says so.
 */
function parseWholeNumber(text: string): number {
  const whole = /^(-?\d+)(?:\.0+)?$/.exec(text)?.[1];
  if (whole !== undefined) return parseSafeInteger(whole);
  throw new RangeError(
    `The numeric ${text} is no whole number: cast it in the statement, to float8 (an average) or to bigint (money, rounded on purpose)`,
  );
}
