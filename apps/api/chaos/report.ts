import { stands, type Books } from './books.ts';
import type { Retries } from './client.ts';
import type { Notes } from './notes.ts';
import type { Fault } from './schedule.ts';
import type { Violation } from './violations.ts';

export interface Run {
  readonly seed: number;
  readonly minutes: number;
  readonly schedule: string;
  readonly faults: readonly Fault[];
  readonly retries: Retries;
  /** How often the primary ended by itself. */
  readonly gaveUp: number;
  readonly notes: Notes;
  readonly books: Books;
  readonly violations: readonly Violation[];
}

/** The table at the end of a run. */
export function report(run: Run): string {
  const { notes, books, faults, retries, violations } = run;
  const ended = (status: string) => books.orders.filter((order) => order.status === status).length;
  const paid = books.orders.filter((order) => order.paymentStatus === 'paid').length;
  const refunded = books.orders.filter((order) => order.paymentStatus.endsWith('refunded')).length;
  return [
    '',
    `Seed ${run.seed}, ${run.minutes} minutes, schedule ${run.schedule}`,
    ...section('Orders', [
      ['checkouts', sum(notes.purchases.map(({ tries }) => tries.length))],
      ['orders', books.orders.length],
      ['standing', books.orders.filter(stands).length],
      ['paid', paid],
      ['refunded, in part or in full', refunded],
      ['refunds asked for by staff', notes.refunds.length],
      ['canceled', ended('canceled')],
      ['expired', ended('expired')],
    ]),
    ...section('Faults', counted(faults.map(({ kind }) => kind))),
    ...section('Requests repeated', Object.entries(retries)),
    ...section('The shop', [['primary ended by itself', run.gaveUp]]),
    ...section('Violations', [['promises broken', violations.length]]),
    ...violations.map(({ promise, ids }) => `    ✗ ${promise}${list(ids)}`),
    '',
  ].join('\n');
}

/** Shows the first of them; more would hide the rest of the table. */
function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).map((id) => `\n        ${id}`);
  const more = ids.length > shown.length ? [`\n        and ${ids.length - shown.length} more`] : [];
  return [...shown, ...more].join('');
}

function counted(names: readonly string[]): [string, number][] {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]);
}

function section(title: string, rows: [string, number][]): string[] {
  const line = ([label, count]: [string, number]) =>
    `    ${label.padEnd(32)}${String(count).padStart(7)}`;
  return ['', `  ${title}`, ...rows.map(line)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
