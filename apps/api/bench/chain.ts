import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cut, Ready, Used } from './chain/server.ts';
import { read } from './reads/readers.ts';
import type { Stage } from './stage.ts';
import { spreadOf, type Spread } from './stats.ts';

/** The cost of one link of the chain per request. */
export interface LinkCost {
  link: string;
  /** Microseconds of CPU of an answer after this part of the chain. */
  upToHereUs: number;
  /** Of the link alone: the difference to the previous one, in each round. */
  costUs: Spread;
}

const CONNECTIONS = 8;
const WARM_UP_MS = 5000;
/** A request that no cache answers; it passes the whole chain up to the routes. */
const PATHS = ['/api/v1/nothing'];

/** Measures the chain link by link, round after round. */
export async function measureChain(
  { shopUrl }: Stage,
  { rounds, roundMs }: { rounds: number; roundMs: number },
): Promise<LinkCost[]> {
  const child = fork(fileURLToPath(new URL('chain/server.ts', import.meta.url)), {
    execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: shopUrl,
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      RATE_LIMIT_MAX: '100000000',
      LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const [{ port, names }] = (await once(child, 'message')) as [Ready];
    const ask = (ms: number) => read(`http://127.0.0.1:${port}`, PATHS, CONNECTIONS, ms);
    const cut = async (links: number) => {
      child.send({ links } satisfies Cut);
      const [{ cpu }] = (await once(child, 'message')) as [Used];
      return cpu;
    };
    // The last three (routes, unknown, errors) are no links of the chain.
    const links = names.slice(0, -3);
    await cut(links.length);
    await ask(WARM_UP_MS);
    const costs: number[][] = [];
    for (let round = 0; round < rounds; round++) {
      const row: number[] = [];
      for (let count = 0; count <= links.length; count++) {
        const before = await cut(count);
        const { requests } = await ask(roundMs);
        row.push((1000 * ((await cut(count)) - before)) / requests);
      }
      costs.push(row);
    }
    return ['Express alone', ...links].map((link, count) => ({
      link,
      upToHereUs: spreadOf(costs.map((row) => row[count] ?? NaN)).median,
      costUs: spreadOf(costs.map((row) => (row[count] ?? NaN) - (row[count - 1] ?? 0))),
    }));
  } finally {
    child.kill();
  }
}
