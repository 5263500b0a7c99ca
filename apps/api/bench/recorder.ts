import { Client, type QueryResult } from 'pg';
import { currentRequest } from '../src/kernel/requestStore.ts';

/** A statement as it was sent. */
export interface RecordedStatement {
  /** Which connection of the process it went to. */
  connection: number;
  /** The connection's application name; the job queue's library has separate connections. */
  application: string;
  /** The request or job that sent it, if one did. */
  requestId: string | undefined;
  /** Of the prepared statement. */
  name: string | undefined;
  text: string;
  values: unknown[];
  rowCount: number | null;
  /** Of the job queue's library: the claimed jobs. */
  jobIds: string[];
}

type Query = (...args: unknown[]) => unknown;
interface Config {
  name?: string;
  text: string;
  values?: unknown[];
}

const original = Reflect.get(Client.prototype, 'query') as Query;
const connections = new Map<Client, number>();
let recorded: RecordedStatement[] = [];

/** Starts recording each statement of all connections of this process. */
export function startRecording(): Promise<null> {
  recorded = [];
  Client.prototype.query = function query(this: Client, ...args: unknown[]) {
    const entry = begin(this, args);
    const callback = args.at(-1);
    if (typeof callback === 'function') {
      args[args.length - 1] = (error: unknown, result?: QueryResult) => {
        end(entry, result);
        (callback as Query)(error, result);
      };
      return original.apply(this, args);
    }
    const sent = original.apply(this, args) as Promise<QueryResult>;
    return sent.then((result) => {
      end(entry, result);
      return result;
    });
  } as Client['query'];
  return Promise.resolve(null);
}

export function stopRecording(): Promise<RecordedStatement[]> {
  Client.prototype.query = original as Client['query'];
  return Promise.resolve(recorded);
}

function begin(client: Client, [config, values]: unknown[]): RecordedStatement {
  const { name, text, ...rest } =
    typeof config === 'string' ? { text: config } : (config as Config);
  if (!connections.has(client)) connections.set(client, connections.size);
  const entry = {
    connection: connections.get(client) ?? 0,
    application: applicationOf(client),
    requestId: currentRequest()?.requestId,
    name,
    text,
    values: Array.isArray(values) ? values : 'values' in rest ? (rest.values ?? []) : [],
    rowCount: null,
    jobIds: [],
  };
  recorded.push(entry);
  return entry;
}

function end(entry: RecordedStatement, result: QueryResult | undefined): void {
  entry.rowCount = result?.rowCount ?? null;
  if (!entry.name?.startsWith('get_job')) return;
  entry.jobIds = ((result?.rows ?? []) as { id: string }[]).map(({ id }) => id);
}

function applicationOf(client: Client): string {
  const { connectionParameters } = client as unknown as {
    connectionParameters: { application_name?: string };
  };
  return connectionParameters.application_name ?? '';
}
