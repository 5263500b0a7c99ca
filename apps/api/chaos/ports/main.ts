import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzPorts } from './run.ts';

// `npm run ports:fuzz -- --minutes 10 --seed 1`: starts a shop on free ports in a new folder and sends it
// malformed requests. Exits with 1 when a process died, an answer was a server error, memory exceeded
// its limit, or the shop no longer sells; then it keeps the log.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    /** The memory limit of each process; MiB. */
    memory: { type: 'string', default: '1024' },
  },
});

const say = (line: string) => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-ports-'));
let isKept = true;
try {
  const { requests, statuses, largestMiB, faults } = await fuzzPorts({
    folder,
    seed: positive('seed', values.seed),
    forMs: positive('minutes', values.minutes) * 60_000,
    mostMiB: positive('memory', values.memory),
  });
  const counts = [...statuses].toSorted(([one], [other]) => one - other);
  say(`${requests} requests; ${counts.map(([status, count]) => `${status}: ${count}`).join(', ')}`);
  say(`The largest process had ${Math.round(largestMiB)} MiB.`);
  for (const fault of faults) say(`FAULT ${fault}`);
  say(faults.length === 0 ? 'The shop bore it all, and sells.' : `${faults.length} faults.`);
  isKept = faults.length > 0;
} catch (error) {
  say(`The run did not come to its end: ${error instanceof Error ? error.stack : String(error)}`);
}
process.exitCode = isKept ? 1 : 0;
if (isKept) say(`The log is in ${folder}`);
else await rm(folder, { recursive: true, force: true });

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, and is "${text}"`);
  return value;
}
