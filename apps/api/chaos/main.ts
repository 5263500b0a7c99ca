import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOrExit, positive } from '../scripts/commandArguments.ts';
import { runChaos } from './run.ts';

const USAGE = `Usage: npm run chaos [-- --minutes N] [--seed N] [--shoppers N] [--keep]

Starts a shop, sells under faults, waits until the shop is idle, and checks its invariants.
Exits with 1 when one is broken, and then keeps the data to investigate it.

  --minutes N   how long (default 2)
  --seed N      which faults, and when: the same seed gives the same (default 1)
  --shoppers N  how many buy at the same time (default 24)
  --keep        keeps the shop's folder also after a successful run
`;

const { values } = argumentsOrExit(USAGE, {
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    shoppers: { type: 'string', default: '24' },
    keep: { type: 'boolean', default: false },
  },
});
const plan = {
  minutes: positive('minutes', values.minutes),
  seed: positive('seed', values.seed),
  shoppers: positive('shoppers', values.shoppers),
};

const say = (line: string) => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-chaos-'));
// PostgreSQL does not run as root; its account must be able to enter the folder.
await chmod(folder, 0o755);

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => interrupted.abort(new Error(`ended by ${signal}`)));
}

let isKept = true;
try {
  const violations = await runChaos({
    ...plan,
    folder,
    interrupted: interrupted.signal,
    say,
  });
  isKept = violations.length > 0 || values.keep;
  process.exitCode = violations.length > 0 ? 1 : 0;
} catch (error) {
  process.exitCode = 1;
  say(`The run did not come to its end: ${error instanceof Error ? error.stack : String(error)}`);
}
if (isKept) say(`Logs, database and Stripe’s side are in ${folder}`);
else await rm(folder, { recursive: true, force: true });
process.exit();
