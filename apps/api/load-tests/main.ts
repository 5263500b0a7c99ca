import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMain } from '../src/processes/fail.ts';
import { onShutdownSignal } from '../src/processes/shutdown.ts';
import { findK6, runK6, type K6 } from './runner/k6.ts';
import { loadOwnShop } from './runner/ownLoad.ts';
import { readPlan, type Plan } from './runner/plan.ts';

// `npm run load -- mix`: starts a shop, runs k6 against it, checks its database, stops it. See docs/load-tests.md.

const INTERRUPTED = 130;

await runMain(async () => {
  const plan = readPlan();
  const k6 = await findK6();
  const interruption = new AbortController();
  onShutdownSignal(
    ['SIGINT', 'SIGTERM'],
    () => interruption.abort(),
    () => process.exit(INTERRUPTED),
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-load-'));
  try {
    const code = await load(k6, plan, folder, interruption.signal);
    process.exitCode = interruption.signal.aborted ? INTERRUPTED : code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function load(k6: K6, plan: Plan, folder: string, signal: AbortSignal): Promise<number> {
  if (plan.base === undefined) return loadOwnShop(k6, plan, folder, signal);
  const summary = path.join(folder, 'summary');
  return runK6(k6, { plan, base: plan.base, summary, signal });
}
