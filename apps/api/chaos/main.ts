import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from './run.ts';

// `npm run chaos -- --minutes 5 --seed 1`: sells under faults for that time, waits until the shop is
// idle, and checks its invariants. Exits with 1 when one is broken, and then keeps the data to
// investigate it.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    shoppers: { type: 'string', default: '24' },
    /** Keeps the shop's folder also after a successful run. */
    keep: { type: 'boolean', default: false },
  },
});

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
    folder,
    minutes: positive('minutes', values.minutes),
    seed: positive('seed', values.seed),
    shoppers: positive('shoppers', values.shoppers),
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

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, and is "${text}"`);
  return value;
}
