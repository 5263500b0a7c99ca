import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { runMain, StartupError } from '../src/processes/fail.ts';
import { withShop } from '../scripts/withShop.ts';
import { seedIfEmpty } from './demo/seedIfEmpty.ts';
import { runLargeSeed } from './large/runLargeSeed.ts';

const USAGE = `Usage: npm run db:seed [-- --force]
       npm run db:seed -- --products 100000 [--force]

Writes the demo catalogue into a shop without products, as the first npm start does by itself.

  --products N  instead of the demo, a large made-up catalogue: N products of three variants each,
                always the same ones; where some are there already, those that lack
  --force       also where there are products: those of the demo are put back as they were;
                and also in production
`;

await runMain(async () => {
  const { values } = readArguments(USAGE, {
    options: { force: { type: 'boolean', default: false }, products: { type: 'string' } },
  });
  const products = values.products === undefined ? undefined : readCount(values.products);
  await withShop('seed', async ({ config, services }, ctx) => {
    if (config.isProduction && !values.force) {
      throw new StartupError(
        'This is production. To put the demo products into it: npm run db:seed -- --force',
      );
    }
    if (products !== undefined) {
      await runLargeSeed(ctx, services, products);
      return;
    }
    const report = await seedIfEmpty(ctx, services, values);
    process.stdout.write(
      report === null
        ? 'There are products already; nothing was seeded (npm run db:seed -- --force does it).\n'
        : `The demo catalogue is there: ${total(report.products)} products, ${total(report.variants)} variants.\n`,
    );
  });
});

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    throw new UsageError(`--products must be a number from 1 to 9999999, and is "${text}".`, USAGE);
  }
  return Number(text);
}
