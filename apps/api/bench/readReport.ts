import type { LinkCost } from './chain.ts';
import type { ReadFigures } from './reads.ts';
import type { Percentiles, Spread } from './stats.ts';
import { table } from './table.ts';
import type { WorkerFigures } from './workers.ts';

export function readTable(figures: readonly ReadFigures[]): string {
  return table(
    [
      'read',
      'connections',
      'shop (min–max)',
      'floor (min–max)',
      'ratio (min–max)',
      'ratio of CPU',
      'answer ms p50/p95/p99',
      'CPU of an answer, µs: shop',
      'floor',
      'others’ CPU',
    ],
    figures.map((row) => [
      `${row.subject}, ${row.isWarm ? 'warm' : 'cold'}`,
      String(row.connections),
      spread(row.shop, 0),
      spread(row.floor, 0),
      spread(row.ratio, 2),
      row.cpuRatio.toFixed(2),
      percentiles(row.answerMs),
      row.shopCpuUs.toFixed(0),
      row.floorCpuUs.toFixed(0),
      `${Math.round(100 * row.othersShare.median)} %`,
    ]),
  );
}

export function chainTable(costs: readonly LinkCost[]): string {
  return table(
    ['link', 'its CPU, µs (min–max)', 'with all before it'],
    costs.map(({ link, costUs, upToHereUs }) => [link, spread(costUs, 1), upToHereUs.toFixed(1)]),
  );
}

export function workerTable(figures: readonly WorkerFigures[]): string {
  return table(
    [
      'warm read',
      'connections',
      'one worker (min–max)',
      'two (min–max)',
      'ratio (min–max)',
      'ratio of CPU',
      'share of the busier worker',
    ],
    figures.map((row) => [
      row.subject,
      String(row.connections),
      spread(row.one, 0),
      spread(row.two, 0),
      spread(row.ratio, 2),
      row.cpuRatio.toFixed(2),
      `${Math.round(100 * row.busierShare)} %`,
    ]),
  );
}

/** The median, with minimum and maximum in parentheses. */
export function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

export function percentiles({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map((ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))).join(' / ');
}
