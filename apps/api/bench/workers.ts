import path from 'node:path';
import { startCpuMeter } from './cpu.ts';
import { read } from './reads/readers.ts';
import { findSubjects } from './reads/subjects.ts';
import { openStage, type Stage } from './stage.ts';
import { spreadOf, sum, type Spread } from './stats.ts';

/** Warm reads of a shop with two HTTP workers, compared with one that has a single worker. */
export interface WorkerFigures {
  subject: string;
  connections: number;
  /** Answers a second. */
  one: Spread;
  two: Spread;
  /** The ratio of those rates; the readers use the same cores. */
  ratio: Spread;
  /** The ratio if the readers had separate cores: twice the CPU of an answer by one worker, divided by that of two. */
  cpuRatio: number;
  /** The busier worker's share of the CPU of both. */
  busierShare: number;
}

const WARM_UP_MS = 3000;
const CONNECTIONS = 32;

/** Both shops run at the same time, and are read alternately. */
export async function measureWorkers(
  one: Stage,
  folder: string,
  { products, rounds, roundMs }: { products: number; rounds: number; roundMs: number },
  say: (line: string) => void,
): Promise<WorkerFigures[]> {
  say('Starting a shop with two HTTP workers');
  const two = await openStage(path.join(folder, 'two'), { products, workers: 2 });
  try {
    const figures: WorkerFigures[] = [];
    for (const { name, paths } of await findSubjects(one.base)) {
      // Each shop signs its cursors with its own secret.
      const theirs = (await findSubjects(two.base)).find((subject) => subject.name === name);
      const pathsOfTwo = theirs?.paths ?? [];
      const ask = async (stage: Stage, ms: number) =>
        await round(stage, stage === one ? paths : pathsOfTwo, ms);
      for (const stage of [one, two]) await ask(stage, WARM_UP_MS);
      const pairs: [Round, Round][] = [];
      for (let count = 0; count < rounds; count++) {
        pairs.push([await ask(one, roundMs), await ask(two, roundMs)]);
      }
      const row = { subject: name, connections: CONNECTIONS, ...figuresOf(pairs) };
      say(`${name}: two workers answer ${row.ratio.median.toFixed(2)} times as many as one`);
      figures.push(row);
    }
    return figures;
  } finally {
    await two.close();
  }
}

interface Round {
  rate: number;
  /** Milliseconds of CPU of each worker. */
  cpu: number[];
  requests: number;
}

async function round(stage: Stage, paths: readonly string[], ms: number): Promise<Round> {
  const stopMeter = await startCpuMeter(stage);
  const { requests, elapsedMs } = await read(stage.base, paths, CONNECTIONS, ms);
  const { httpWorkers } = await stopMeter();
  return { requests, rate: (1000 * requests) / elapsedMs, cpu: httpWorkers };
}

function figuresOf(pairs: readonly [Round, Round][]) {
  const ones = pairs.map(([one]) => one);
  const twos = pairs.map(([, two]) => two);
  const cpuOf = (rounds: readonly Round[]) =>
    sum(rounds.flatMap(({ cpu }) => cpu)) / sum(rounds.map(({ requests }) => requests));
  const busier = sum(twos.map(({ cpu }) => Math.max(...cpu)));
  return {
    one: spreadOf(ones.map(({ rate }) => rate)),
    two: spreadOf(twos.map(({ rate }) => rate)),
    ratio: spreadOf(pairs.map(([one, two]) => two.rate / one.rate)),
    cpuRatio: (2 * cpuOf(ones)) / cpuOf(twos),
    busierShare: busier / sum(twos.flatMap(({ cpu }) => cpu)),
  };
}
