import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Machine } from '../../bench/machine.ts';
import type { Records, Counts } from './records.ts';
import type { Plan } from './plan.ts';

/** The checks after the load test. */
export interface Audit {
  readonly records: Records;
  /** How many checks the doctor made. */
  readonly doctorsChecks: number;
  /** The differences, as sentences; none in a correct run. */
  readonly wrong: readonly string[];
  readonly machine: Machine;
}

/** The output of k6. */
interface Measured {
  /** Its summary (see `lib/summary.js`) as an object … */
  readonly summary: object;
  /** … and as a table. */
  readonly table: string;
  readonly counts: Counts;
}

/** A load test with its result. */
export interface Result extends Measured {
  readonly plan: Plan;
  readonly workers: number;
  /** Its version. */
  readonly k6: string;
  /** Load averages of the last minute, before and after. */
  readonly load: { readonly before: number; readonly after: number };
  readonly audit: Audit;
}

/** @param summary its path without `.json` and `.txt`. */
export async function readSummary(summary: string): Promise<Measured> {
  const json = JSON.parse(await readFile(`${summary}.json`, 'utf8')) as { counts: Counts };
  return { summary: json, counts: json.counts, table: await readFile(`${summary}.txt`, 'utf8') };
}

/** The machine, and whether the database agrees; k6 has already printed its table. */
export function toText({ plan, workers, k6, load, audit }: Result): string {
  const { machine, records, doctorsChecks, wrong } = audit;
  const { cores, processor, memoryGiB, system, node, postgres } = machine;
  return [
    `${plan.products} products of three variants, ${workers} HTTP workers, a job worker, PostgreSQL, the Stripe sandbox and k6 on one machine:`,
    `${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}, PostgreSQL ${postgres}, ${k6}.`,
    `Load average (of the last minute) ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after; what is above ${cores} has waited.`,
    '',
    `The shop's records: ${records.orders} orders, ${records.paidOrders} of them paid; ${(records.money / 100).toFixed(2)} USD taken; ${records.pieces} pieces sold.`,
    ...(wrong.length === 0
      ? [`They are what k6 was told, and all ${doctorsChecks} checks of the doctor hold.`]
      : ['NOT TRUE:', ...wrong.map((sentence) => `  ${sentence}`)]),
    '',
  ].join('\n');
}

/** Writes the result to `results/` as text and JSON, replacing the last one of this scenario. */
export async function keepResult(result: Result): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../results');
  await mkdir(folder, { recursive: true });
  const date = new Date().toISOString();
  const { table, plan, workers, k6, load, audit, summary } = result;
  const file = path.join(folder, plan.scenario);
  await writeFile(`${file}.txt`, `${plan.scenario}, ${date}\n${table}${toText(result)}`);
  await writeFile(
    `${file}.json`,
    `${JSON.stringify({ date, plan, workers, k6, load, audit, summary }, null, 2)}\n`,
  );
}
