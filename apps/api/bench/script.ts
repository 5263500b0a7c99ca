import type { RecordedStatement } from './recorder.ts';
import { freshTokens, templateOf, type Template } from './tokens.ts';

/** Which of the shop's processes, and so which pool, sends a statement. */
export type Sender = 'http' | 'jobs';

export interface ScriptStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly Template[];
  readonly rowCount: number | null;
}

/** The statements of one request or job, sent one after another. */
export interface ScriptGroup {
  readonly sender: Sender;
  /** Such as `checkout`; undefined for jobs and webhooks. */
  readonly request: string | undefined;
  readonly statements: readonly ScriptStatement[];
  /** Whether the shopper waits for it; mails and further webhooks run in the background. */
  readonly isAwaited: boolean;
}

/** All statements of one purchase, in their order. */
export interface Script {
  readonly groups: readonly ScriptGroup[];
  /** The texts that are generated for each purchase (ids, keys, tokens). */
  readonly tokens: readonly string[];
}

export type Recording = Readonly<Record<Sender, readonly RecordedStatement[]>>;

/** The statements of the job queue; each job begins with the first and ends with the second. */
const TAKE_JOB = /^get_job\d*\//;
export const COMPLETE_JOB = 'complete_job/';
const SHOPPER = 'bench.';

interface RawGroup {
  sender: Sender;
  requestId: string;
  statements: RecordedStatement[];
}

/**
 * Makes a script of two recorded purchases of the same variant: a text that occurs in only one of
 * them was generated for it, and is generated again in each run.
 * @param article ids that are also replaced.
 * @returns undefined when the two did not send the same statements (other work interfered).
 */
export function scriptOf(
  one: Recording,
  other: Recording,
  article: readonly string[],
): Script | undefined {
  const groups = groupsOf(one);
  if (outline(groups) !== outline(groupsOf(other))) return undefined;
  const tokens = [...article, ...freshTokens(valuesOf(one), valuesOf(other))];
  const paying = groups.find(({ statements }) => isPaying(statements));
  if (!paying) throw new Error('The recorded purchase was not paid');
  const [eventId] = paying.statements.find(({ name }) => name === 'webhooks.find')?.values ?? [];
  const isAwaited = (group: RawGroup) =>
    group === paying ||
    group.requestId.startsWith(SHOPPER) ||
    group.statements.some(({ name, values }) => name === 'webhooks.store' && values[0] === eventId);
  return {
    tokens,
    groups: groups.map((group) => ({
      sender: group.sender,
      request: group.requestId.startsWith(SHOPPER)
        ? group.requestId.slice(SHOPPER.length)
        : undefined,
      isAwaited: isAwaited(group),
      statements: group.statements.map(({ name, text, values, rowCount }) => ({
        name,
        text,
        values: values.map((value) => templateOf(value, tokens)),
        rowCount,
      })),
    })),
  };
}

function isPaying(statements: readonly RecordedStatement[]): boolean {
  return statements.some(({ name }) => name === 'orders.transition');
}

/** The HTTP worker's statements come first: a request queues a job, and waits for none. */
function groupsOf({ http, jobs }: Recording): RawGroup[] {
  const requests = byRequest('http', http);
  const order = requests.filter(({ requestId }) => requestId === `${SHOPPER}order`);
  const before = requests.filter((group) => !order.includes(group));
  return [...before, ...jobGroups(jobs), ...order];
}

function byRequest(sender: Sender, statements: readonly RecordedStatement[]): RawGroup[] {
  const known = statements.filter(({ requestId }) => requestId !== undefined);
  return [...Map.groupBy(known, ({ requestId }) => requestId ?? '')].map(([requestId, own]) => ({
    sender,
    requestId,
    statements: own,
  }));
}

/** Each job with the two statements of the queue's library around its own. Empty polls are omitted. */
function jobGroups(statements: readonly RecordedStatement[]): RawGroup[] {
  const own = new Map(
    byRequest('jobs', statements).map((group) => [group.requestId, group.statements]),
  );
  return statements.flatMap((taken) =>
    taken.jobIds.map((jobId, position): RawGroup => {
      const completed = statements.find(
        ({ name, values }) => name?.startsWith(COMPLETE_JOB) && values[0] === jobId,
      );
      const requestId = `job_${jobId}`;
      const parts = [
        ...(position === 0 ? [taken] : []),
        ...(own.get(requestId) ?? []),
        ...(completed ? [completed] : []),
      ];
      return { sender: 'jobs', requestId, statements: parts };
    }),
  );
}

export function takesJob({ name }: Pick<ScriptStatement, 'name'>): boolean {
  return name !== undefined && TAKE_JOB.test(name);
}

function outline(groups: readonly RawGroup[]): string {
  return groups
    .map(({ statements }) => statements.map(({ name, text }) => name ?? text).join())
    .toSorted()
    .join('\n');
}

function valuesOf({ http, jobs }: Recording): unknown[] {
  return [...http, ...jobs].flatMap(({ values }) => values);
}
