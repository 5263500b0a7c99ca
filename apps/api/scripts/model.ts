import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readArguments } from '../src/processes/commandLine.ts';
import { runMain } from '../src/processes/fail.ts';

// `npm run model`: performs random acts on orders for a while, and checks each result (tests/model).

const USAGE = `Usage: npm run model [-- --minutes 5] [--seed N] [--path P] [--replay R]

Places orders, does to each what its customer, staff, the bank, Stripe's dashboard and the clock can
do, in random order, and checks that it ends as it may. What it finds is made as short as possible
and printed with its seed.

  --minutes  for how long; 5 unless said otherwise
  --seed     the same things again, in the same order; others each time unless given
  --path     one of them alone, as a report has named it
  --replay   which of its acts were done (replayPath)
`;

const text = { type: 'string' } as const;

await runMain(async () => {
  const options = { minutes: text, seed: text, path: text, replay: text };
  const { values } = readArguments(USAGE, { options });
  const { minutes = '5', seed = String(Date.now() % 1_000_000), path, replay } = values;
  const env = {
    ...process.env,
    MODEL_SECONDS: String(Number(minutes) * 60),
    MODEL_SEED: seed,
    ...(path !== undefined && { MODEL_PATH: path }),
    ...(replay !== undefined && { MODEL_REPLAY: replay }),
  };
  const jest = ['run', 'jest', '--', '--selectProjects', 'model'];
  const [code] = (await once(spawn('npm', jest, { env, stdio: 'inherit' }), 'exit')) as [number];
  process.exitCode = code;
});
