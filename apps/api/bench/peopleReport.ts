import type { PeopleFigures } from './people.ts';
import { percentiles, spread } from './readReport.ts';
import { table } from './table.ts';

export function signedInTable({ reads }: PeopleFigures): string {
  return table(
    [
      'warm read',
      'connections',
      'signed in (min–max)',
      'guest (min–max)',
      'ratio (min–max)',
      'ratio of CPU',
    ],
    reads.map((row) => [
      row.subject,
      String(row.connections),
      spread(row.signedIn, 0),
      spread(row.guest, 0),
      spread(row.ratio, 2),
      row.cpuRatio.toFixed(2),
    ]),
  );
}

export function signInTable({ signIns }: PeopleFigures): string {
  return table(
    [
      'connections',
      'sign-ins a second',
      'sign-in ms p50/p95/p99',
      'event loop delay p99, ms',
      'warm read ms p50/p95/p99',
    ],
    signIns.map((row) => [
      String(row.connections),
      row.rate.toFixed(1),
      percentiles(row.signInMs),
      row.loopDelayMs.toFixed(1),
      percentiles(row.readMs),
    ]),
  );
}
