import { chainTable, percentiles, readTable, spread, workerTable } from './readReport.ts';
import { mediaTable } from './mediaReport.ts';
import { signedInTable, signInTable } from './peopleReport.ts';
import type { PromiseCosts } from './promises.ts';
import type { PurchaseFigures } from './purchases.ts';
import type { BenchResult } from './run.ts';
import type { FlashSaleFigures } from './flashSale.ts';
import { table } from './table.ts';

/** The report for people. */
export function report(result: BenchResult): string {
  const { machine, load, date, products } = result;
  const { cores, processor, memoryGiB, system, node, postgres } = machine;
  return [
    `${date}: ${cores} cores (${processor}), ${memoryGiB} GiB, ${system}, Node ${node}, PostgreSQL ${postgres}; ${products} products`,
    `Load average ${load.before.toFixed(1)} before, ${load.after.toFixed(1)} after`,
    ...sections(result).map((section) => `\n${section}`),
  ].join('\n');
}

function sections({
  reads,
  people,
  media,
  chain,
  purchases,
  statements,
  ...rest
}: BenchResult): string[] {
  const { promises, flashSale, workers, failures } = rest;
  const sent = statements
    ? ` (${statements.shopper} statements on the shopper’s way, ${statements.beside} beside it)`
    : '';
  return [
    ...(reads ? [`Answers a second\n${readTable(reads)}`] : []),
    ...(people
      ? [
          `Warm answers a second to someone who is signed in, and to guests\n${signedInTable(people)}`,
          `Sign-ins by password, while one guest reads\n${signInTable(people)}`,
        ]
      : []),
    ...(media ? [`Photos\n${mediaTable(media)}`] : []),
    ...(chain ? [`What each link of the chain costs a request\n${chainTable(chain)}`] : []),
    ...(workers ? [`Warm answers a second by two HTTP workers\n${workerTable(workers)}`] : []),
    ...(purchases
      ? [
          `Purchases a second${sent}\n${purchaseTable(purchases)}`,
          `CPU of a purchase, ms\n${cpuTable(purchases)}`,
        ]
      : []),
    ...(promises
      ? [
          `What promises cost: statements, ms of those statements, ms within statements that are sent anyway\n${promiseTable(promises)}\nTriggers on the payment ledger: ${promises.ledgerTriggersMs.toFixed(3)} ms of a purchase`,
        ]
      : []),
    ...(flashSale ? [saleText(flashSale)] : []),
    ...(failures
      ? [`Failed\n${failures.map(({ part, reason }) => `  ${part}: ${reason}`).join('\n')}`]
      : []),
  ];
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
