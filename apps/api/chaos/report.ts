import { stands, type Records } from './records.ts';
import type { Retries } from './client.ts';
import type { Notes, ToldOrder } from './notes.ts';
import type { Fault } from './schedule.ts';
import type { Violation } from './violations.ts';

interface Run {
  readonly seed: number;
  readonly minutes: number;
  readonly schedule: string;
  readonly faults: readonly Fault[];
  readonly retries: Retries;
  readonly notes: Notes;
  readonly records: Records;
  readonly violations: readonly Violation[];
}

/** The table at the end of a run. */
export function report(run: Run): string {
  const { notes, records, faults, retries, violations } = run;
  const orders = notes.purchases.flatMap(({ order }) => order ?? []);
  const ended = (status: string) =>
    records.orders.filter((order) => order.status === status).length;
  const paid = records.orders.filter((order) => order.paymentStatus === 'paid').length;
  const refunded = records.orders.filter((order) =>
    order.paymentStatus.endsWith('refunded'),
  ).length;
  return [
    '',
    `Seed ${run.seed}, ${run.minutes} minutes, schedule ${run.schedule}`,
    ...section('Orders', [
      ['checkouts', sum(notes.purchases.map(({ tries }) => tries.length))],
      ['orders', records.orders.length],
      ['standing', records.orders.filter(stands).length],
      ['paid', paid],
      ['refunded, in part or in full', refunded],
      ['canceled', ended('canceled')],
      ['expired', ended('expired')],
    ]),
    ...section('Gift cards and money that goes back', [
      ['gift cards issued', notes.cards.length],
      ['orders that they have paid', orders.filter(isWithCard).length],
      ['… of which alone', orders.filter(isWithCardAlone).length],
      ['refunds asked for by staff', notes.asked.refund.length],
      ['refunds tried again', notes.asked['retry of a refund'].length],
      ['refunds that have failed for good', inState(records.refunds, 'failed', 'needs_person')],
      ['disputes', records.disputes.length],
      ['… won', inState(records.disputes, 'won')],
      ['… lost', inState(records.disputes, 'lost')],
    ]),
    ...section('Faults', counted(faults.map(({ kind }) => kind))),
    ...section('Requests repeated', Object.entries(retries)),
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

function isWithCard({ fromCards }: ToldOrder): boolean {
  return fromCards.size > 0;
}

function isWithCardAlone({ fromCards, total }: ToldOrder): boolean {
  return total.amount > 0 && sum([...fromCards.values()]) === total.amount;
}

function inState(rows: readonly { status: string }[], ...states: string[]): number {
  return rows.filter(({ status }) => states.includes(status)).length;
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
