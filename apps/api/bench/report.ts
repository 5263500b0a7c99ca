import type { PromiseCosts } from './promises.ts';
import type { PurchaseFigures } from './purchases.ts';
import type { BenchResult } from './run.ts';
import type { FlashSaleFigures } from './flashSale.ts';
import type { Percentiles, Spread } from './stats.ts';
import { table } from './table.ts';

/** The figures for people. */
export function report(result: BenchResult): string {
  const { machine, load, statements, date } = result;
  const { cores, processor, memoryGiB, system, node, postgres } = machine;
  return [
    `${date}: ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}, PostgreSQL ${postgres}`,
    `Load average ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`,
    '',
    `Purchases a second (${statements.shopper} statements on the shopper’s way, ${statements.beside} beside it)`,
    purchaseTable(result.purchases),
    '',
    'CPU of a purchase, ms',
    cpuTable(result.purchases),
    '',
    'What promises cost: statements, ms of those statements, ms within statements that are sent anyway',
    promiseTable(result.promises),
    `Triggers on the payment ledger: ${result.promises.ledgerTriggersMs.toFixed(3)} ms of a purchase`,
    '',
    saleText(result.flashSale),
  ].join('\n');
}

function purchaseTable(figures: readonly PurchaseFigures[]): string {
  return table(
    [
      'connections',
      'shop (min–max)',
      'floor (min–max)',
      'ratio (min–max)',
      'ratio of CPU',
      'checkout ms p50/p95/p99',
      'purchase ms p50/p95/p99',
      'others’ CPU',
    ],
    figures.map((row) => [
      String(row.connections),
      spread(row.shop, 1),
      spread(row.floor, 1),
      spread(row.ratio, 2),
      row.cpuRatio.toFixed(2),
      percentiles(row.checkoutMs),
      percentiles(row.purchaseMs),
      `${Math.round(100 * row.othersShare.median)} %`,
    ]),
  );
}

function cpuTable(figures: readonly PurchaseFigures[]): string {
  const ms = (value: number) => value.toFixed(2);
  return table(
    [
      'connections',
      'HTTP worker',
      'job worker',
      'PostgreSQL',
      'sandbox',
      'primary, mail',
      'shoppers',
      'floor: script',
      'floor: PostgreSQL',
    ],
    figures.map(({ connections, shopCpu, floorCpu }) => [
      String(connections),
      ms(shopCpu['HTTP worker']),
      ms(shopCpu['job worker']),
      ms(shopCpu.PostgreSQL),
      ms(shopCpu.sandbox),
      ms(shopCpu.primary),
      ms(shopCpu.bench),
      ms(floorCpu.bench),
      ms(floorCpu.PostgreSQL),
    ]),
  );
}

function promiseTable({ promises, all }: PromiseCosts): string {
  const cells = ({ statements, statementsMs, partsMs }: PromiseCosts['all']['checkout']) => [
    String(statements),
    statementsMs.toFixed(2),
    partsMs.toFixed(3),
  ];
  return table(
    [
      'promise',
      'checkout: statements',
      'their ms',
      'ms within',
      'purchase: statements',
      'their ms',
      'ms within',
      'share of a purchase’s statements',
    ],
    [
      ...promises.map(({ promise, checkout, purchase, share }) => [
        promise,
        ...cells(checkout),
        ...cells(purchase),
        `${Math.round(100 * share)} %`,
      ]),
      ['everything', ...cells(all.checkout), ...cells(all.purchase), '100 %'],
    ],
  );
}

function saleText(sale: FlashSaleFigures): string {
  const answers = Object.entries(sale.answers).map(([name, count]) => `${count} × ${name}`);
  return [
    `Flash sale: ${sale.shoppers} shoppers check out at once, ${sale.units} units`,
    `  sold out after ${Math.round(sale.soldOutMs)} ms, the last order answered after ${Math.round(sale.lastOrderMs)} ms, the last of all after ${Math.round(sale.lastAnswerMs)} ms`,
    `  answers p50/p95/p99: ${percentiles(sale.answerMs)} ms; ${answers.join(', ')}`,
    `  ${sale.orders} orders, ${sale.paid} paid afterwards; lowest stock ${sale.lowestStock} in ${sale.looks} looks, ${sale.onHand} on hand at the end; ${sale.deadlocks} deadlocks`,
  ].join('\n');
}

function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function percentiles({ p50, p95, p99 }: Percentiles): string {
  return [p50, p95, p99].map((ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))).join(' / ');
}
