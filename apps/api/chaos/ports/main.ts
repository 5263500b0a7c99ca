import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOrExit, positive } from '../../scripts/commandArguments.ts';
import { fuzzPorts } from './run.ts';

const USAGE = `Usage: npm run ports:fuzz [-- --minutes N] [--seed N] [--memory MIB]

Starts a shop on free ports in a new folder and sends it malformed requests. Exits with 1 when a
process died, an answer was a server error, memory exceeded its limit, or the shop no longer sells;
then it keeps the log.

  --minutes N   how long (default 2)
  --seed N      which requests: the same seed gives the same (default 1)
  --memory MIB  the memory limit of each process (default 1024)
`;

const { values } = argumentsOrExit(USAGE, {
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    memory: { type: 'string', default: '1024' },
  },
});
const plan = {
  seed: positive('seed', values.seed),
  forMs: positive('minutes', values.minutes) * 60_000,
  mostMiB: positive('memory', values.memory),
};

const say = (line: string) => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-ports-'));
let isKept = true;
try {
  const { requests, statuses, largestMiB, faults } = await fuzzPorts({ ...plan, folder });
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
