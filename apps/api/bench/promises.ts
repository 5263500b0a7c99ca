import { readExplained, type Explained } from './explain.ts';
import { openFloor } from './floor.ts';
import {
  COMPLETE_JOB,
  takesJob,
  type Script,
  type ScriptGroup,
  type ScriptStatement,
} from './script.ts';
import type { Stage } from './stage.ts';
import { median, sum } from './stats.ts';

/** The cost of one of the shop's guarantees, in one request or in a whole purchase. */
interface Cost {
  /** Statements that only this guarantee needs. */
  statements: number;
  /** Their time from sending to answer, on one connection; milliseconds. */
  statementsMs: number;
  /** Its cost within statements that are sent anyway (another row and its triggers); milliseconds. */
  partsMs: number;
}

interface PromiseCost {
  promise: string;
  checkout: Cost;
  purchase: Cost;
  /** Its share of the time of all statements of the purchase. */
  share: number;
}

export interface PromiseCosts {
  promises: PromiseCost[];
  all: { checkout: Cost; purchase: Cost };
  /** The time of the ledger's triggers in a purchase; milliseconds. */
  ledgerTriggersMs: number;
}

/** Tables whose rows are written by statements that also serve another purpose. */
const parts: Readonly<Record<string, readonly string[]>> = {
  history: ['order_history'],
  'workflow row': ['workflows', 'workflow_steps'],
};
const LEDGER = 'payment_entries';

const names = [
  'idempotency key',
  'stock reservation',
  'outbox + job',
  'webhook inbox + job',
  'payment ledger',
  ...Object.keys(parts),
];

/** The guarantee that a statement is sent for, if it is only one. */
function promiseOf({ name = '' }: ScriptStatement, group: ScriptGroup): string | undefined {
  const groupHas = (prefix: string) =>
    group.statements.some((other) => other.name?.startsWith(prefix));
  if (name.startsWith('idempotency.')) return 'idempotency key';
  if (name.startsWith('inventory.')) return 'stock reservation';
  if (name === 'payments.entry') return 'payment ledger';
  if (name.startsWith('webhooks.')) return 'webhook inbox + job';
  if (name.startsWith('events.')) return 'outbox + job';
  if (!takesJob({ name }) && !name.startsWith(COMPLETE_JOB)) return undefined;
  return groupHas('webhooks.find') ? 'webhook inbox + job' : 'outbox + job';
}

/** One statement of the script, and its times. */
interface Observed {
  readonly statement: ScriptStatement;
  readonly group: ScriptGroup;
  readonly ms: number[];
  readonly explained: Explained[];
}

/**
 * Sends the purchase's statements one after another to the floor's database: first plainly, measuring
 * the time from sending to answer; then under EXPLAIN ANALYZE, for the times within each statement.
 */
export async function measurePromises(
  stage: Stage,
  script: Script,
  purchases: number,
): Promise<PromiseCosts> {
  const inTurn = { ...script, groups: script.groups.map((g) => ({ ...g, isAwaited: true })) };
  const observed = new Map<ScriptStatement, Observed>(
    inTurn.groups.flatMap((group) =>
      group.statements.map((statement) => [statement, { statement, group, ms: [], explained: [] }]),
    ),
  );
  const plain = openFloor(stage.floorUrl, inTurn, async (client, ready, statement) => {
    const started = performance.now();
    const result = await client.query(ready);
    observed.get(statement)?.ms.push(performance.now() - started);
    return result;
  });
  const explaining = openFloor(stage.floorUrl, inTurn, async (client, ready, statement) => {
    // The queue's own statements must return their job, and BEGIN has no plan.
    if (ready.name === undefined || takesJob(statement)) return client.query(ready);
    const { text, values } = ready;
    const result = await client.query<{ 'QUERY PLAN': unknown }>({
      text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    });
    observed.get(statement)?.explained.push(readExplained(result.rows[0]?.['QUERY PLAN']));
    return result;
  });
  try {
    for (const floor of [plain, explaining]) {
      for (let count = 0; count < purchases; count++) {
        const article = stage.articles[count % stage.articles.length];
        if (article) await floor.purchase(article);
      }
    }
  } finally {
    await plain.close();
    await explaining.close();
  }
  return costsOf([...observed.values()]);
}

function costsOf(all: readonly Observed[]): PromiseCosts {
  const checkout = all.filter(({ group }) => group.request === 'checkout');
  const total = sum(all.map(({ ms }) => median(ms)));
  return {
    promises: names.map((promise) => {
      const purchase = costOf(promise, all);
      return {
        promise,
        checkout: costOf(promise, checkout),
        purchase,
        share: (purchase.statementsMs + purchase.partsMs) / total,
      };
    }),
    all: { checkout: wholeOf(checkout), purchase: wholeOf(all) },
    ledgerTriggersMs: sum(all.map((one) => partMs(one, ({ triggers }) => triggers[LEDGER] ?? 0))),
  };
}

function costOf(promise: string, observed: readonly Observed[]): Cost {
  const isOwn = ({ statement, group }: Observed) => promiseOf(statement, group) === promise;
  const tables = parts[promise] ?? [];
  const partOf = ({ writes, triggers }: Explained) =>
    sum(tables.map((table) => (writes[table] ?? 0) + (triggers[table] ?? 0)));
  const shared = observed.filter((one) => !isOwn(one));
  return {
    ...wholeOf(observed.filter(isOwn)),
    partsMs: sum(shared.map((one) => partMs(one, partOf))),
  };
}

function wholeOf(observed: readonly Observed[]): Cost {
  return {
    statements: observed.length,
    statementsMs: sum(observed.map(({ ms }) => median(ms))),
    partsMs: 0,
  };
}

function partMs({ explained }: Observed, part: (one: Explained) => number): number {
  return explained.length === 0 ? 0 : median(explained.map(part));
}
