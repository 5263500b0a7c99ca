import { availableParallelism } from 'node:os';
import { startCpuMeter, type CpuUse } from './cpu.ts';
import { startBareServer } from './reads/bareServer.ts';
import { read, type Reading } from './reads/readers.ts';
import { readBare, recordStatements } from './reads/statementFloor.ts';
import { bodiesOf, findSubjects } from './reads/subjects.ts';
import type { Stage } from './stage.ts';
import { percentilesOf, spreadOf, sum, type Percentiles, type Spread } from './stats.ts';

export interface ReadPlan {
  connections: readonly number[];
  rounds: number;
  roundMs: number;
}

/** Reads with a number of connections: of the shop, and of the floor. */
export interface ReadFigures {
  subject: string;
  /** Warm: the floor is a bare Express that sends the same bytes. Cold: a script that sends the same statement. */
  isWarm: boolean;
  connections: number;
  /** Answers a second. */
  shop: Spread;
  floor: Spread;
  /** The shop's rate divided by the floor's, of each pair of rounds. */
  ratio: Spread;
  /** The same by the CPU of an answer: of the server, and of PostgreSQL where it takes part. */
  cpuRatio: number;
  answerMs: Percentiles;
  /** Microseconds of CPU of an answer. */
  shopCpuUs: number;
  floorCpuUs: number;
  /** The share of the cores that other processes used. */
  othersShare: Spread;
}

const WARM_UP_MS = 3000;

interface Round extends Reading {
  /** Milliseconds of CPU of the measured processes. */
  cpu: number;
  othersShare: number;
}
type Run = (connections: number, ms: number) => Promise<Round>;
interface Contest {
  subject: string;
  isWarm: boolean;
  shop: Run;
  floor: Run;
}

/** Alternates between the shop and the floor, so that other load on the machine affects both. */
export async function measureReads(
  stage: Stage,
  plan: ReadPlan,
  say: (line: string) => void,
): Promise<ReadFigures[]> {
  const worker = stage.agents.one('HTTP worker');
  const figures: ReadFigures[] = [];
  for (const subject of await findSubjects(stage.base)) {
    const bare = await startBareServer(await bodiesOf(stage.base, subject));
    try {
      const ask = (base: string) => (connections: number, ms: number) =>
        read(base, subject.paths, connections, ms);
      const warm: Contest = {
        subject: subject.name,
        isWarm: true,
        shop: metered(stage, ask(stage.base), (use) => use['HTTP worker']),
        floor: metered(stage, ask(bare.base), undefined, () => bare.cpu()),
      };
      figures.push(...(await contest(warm, plan, say)));
      await worker.ask('disableCaches');
      const statements = await recordStatements(stage.base, worker, subject);
      const cold: Contest = {
        subject: subject.name,
        isWarm: false,
        shop: metered(stage, ask(stage.base), (use) => use['HTTP worker'] + use.PostgreSQL),
        floor: metered(
          stage,
          (connections, ms) => readBare(stage.shopUrl, statements, connections, ms),
          (use) => use.bench + use.PostgreSQL,
        ),
      };
      figures.push(...(await contest(cold, plan, say)));
      await worker.ask('enableCaches');
    } finally {
      await bare.close();
    }
  }
  return figures;
}

function metered(
  stage: Stage,
  run: (connections: number, ms: number) => Promise<Reading>,
  share: ((use: CpuUse) => number) | undefined,
  ownCpu?: () => Promise<number>,
): Run {
  return async (connections, ms) => {
    const stopMeter = await startCpuMeter(stage);
    const before = (await ownCpu?.()) ?? 0;
    const reading = await run(connections, ms);
    const own = ((await ownCpu?.()) ?? 0) - before;
    const use = await stopMeter();
    const others = Math.max(0, use.others - own);
    return {
      ...reading,
      cpu: share ? share(use) : own,
      othersShare: others / reading.elapsedMs / availableParallelism(),
    };
  };
}

async function contest(
  { subject, isWarm, shop, floor }: Contest,
  { connections, rounds, roundMs }: ReadPlan,
  say: (line: string) => void,
): Promise<ReadFigures[]> {
  const name = `${subject}, ${isWarm ? 'warm' : 'cold'}`;
  const figures: ReadFigures[] = [];
  for (const count of connections) {
    await shop(count, WARM_UP_MS);
    await floor(count, WARM_UP_MS);
    const pairs: { shop: Round; floor: Round }[] = [];
    for (let round = 0; round < rounds; round++) {
      pairs.push({ shop: await shop(count, roundMs), floor: await floor(count, roundMs) });
    }
    const row = { subject, isWarm, connections: count, ...figuresOf(pairs) };
    say(`${name}, ${count} connections: ${row.ratio.median.toFixed(2)} of the floor`);
    figures.push(row);
  }
  return figures;
}

function figuresOf(pairs: readonly { shop: Round; floor: Round }[]) {
  const shops = pairs.map(({ shop }) => shop);
  const floors = pairs.map(({ floor }) => floor);
  const shopCpuUs = cpuOfAnswer(shops);
  const floorCpuUs = cpuOfAnswer(floors);
  return {
    shop: spreadOf(shops.map(rateOf)),
    floor: spreadOf(floors.map(rateOf)),
    ratio: spreadOf(pairs.map(({ shop, floor }) => rateOf(shop) / rateOf(floor))),
    cpuRatio: floorCpuUs / shopCpuUs,
    answerMs: percentilesOf(shops.flatMap(({ times }) => times)),
    shopCpuUs,
    floorCpuUs,
    othersShare: spreadOf([...shops, ...floors].map(({ othersShare }) => othersShare)),
  };
}

function rateOf({ requests, elapsedMs }: Reading): number {
  return (1000 * requests) / elapsedMs;
}

function cpuOfAnswer(rounds: readonly Round[]): number {
  return (1000 * sum(rounds.map(({ cpu }) => cpu))) / sum(rounds.map(({ requests }) => requests));
}
