import { parseArgs } from 'node:util';
import { runMain, StartupError } from '../src/processes/fail.ts';
import { withShop } from '../scripts/withShop.ts';
import { seedIfEmpty } from './demo/seedIfEmpty.ts';

// `npm run db:seed`: the demo catalogue for an empty shop. With --force also where there are products:
// those of the demo are then put back as they were. A first `npm start` runs it by itself.
await runMain(async () => {
  const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
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
