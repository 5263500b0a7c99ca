import { readArguments } from '../src/processes/commandLine.ts';
import { runMain, StartupError } from '../src/processes/fail.ts';
import { withShop } from '../scripts/withShop.ts';
import { seedIfEmpty } from './demo/seedIfEmpty.ts';

const USAGE = `Usage: npm run db:seed [-- --force]

Writes the demo catalogue into a shop without products, as the first npm start does by itself.

  --force  also where there are products: those of the demo are put back as they were
`;

await runMain(async () => {
  const { values } = readArguments(USAGE, {
    options: { force: { type: 'boolean', default: false } },
  });
  await withShop('seed', async ({ config, services }, ctx) => {
    if (config.isProduction && !values.force) {
      throw new StartupError(
        'This is production. To put the demo products into it: npm run db:seed -- --force',
      );
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
