import { readFileSync } from 'node:fs';
import { percentilesOf, type Percentiles } from '../stats.ts';
import type { Catalogue } from './catalogue.ts';
import { questionsFor, type Question } from './questions.ts';

/** A question's times in one catalogue, in milliseconds. */
interface Times {
  /** From the query to the serialized body. */
  readonly clock: Percentiles;
  /** PostgreSQL's CPU, which other load on the machine does not affect. */
  readonly serverCpu: Percentiles;
}

/** In the small catalogue and in the large one. */
export interface Compared {
  readonly name: string;
  readonly small: Times;
  readonly large: Times;
}

/** PostgreSQL's plan for a question. */
export interface Explained {
  readonly name: string;
  readonly plan: readonly string[];
}

/** PostgreSQL plans a prepared statement again in each of its first five runs. */
const WARM_UP = 8;

/** Alternates between both catalogues, so that other load on the machine affects both. */
export async function compareReads(
  small: Catalogue,
  large: Catalogue,
  { times, only }: { times: number; only: string | undefined },
  say: (line: string) => void,
): Promise<Compared[]> {
  const [ofSmall, ofLarge] = [await questionsFor(small), await questionsFor(large)];
  const compared: Compared[] = [];
  for (const [index, question] of ofSmall.entries()) {
    const other = ofLarge[index];
    if (!other || (only !== undefined && !question.name.includes(only))) continue;
    const [first, second] = [new Timer(small, question), new Timer(large, other)];
    const found = { name: question.name, ...(await compare(first, second, times)) };
    compared.push(found);
    say(
      `${found.name}: p95 ${found.small.clock.p95.toFixed(1)} and ${found.large.clock.p95.toFixed(1)} ms, of CPU ${found.small.serverCpu.p95.toFixed(1)} and ${found.large.serverCpu.p95.toFixed(1)}`,
    );
  }
  return compared;
}

/** One catalogue's answers to one question. */
class Timer {
  readonly #catalogue: Catalogue;
  readonly #question: Question;
  readonly #clock: number[] = [];
  readonly #cpu: number[] = [];

  constructor(catalogue: Catalogue, question: Question) {
    this.#catalogue = catalogue;
    this.#question = question;
  }

  async ask(run: number): Promise<void> {
    const { ask } = this.#question;
    const question = ask[run % ask.length];
    if (run < WARM_UP) {
      await question?.();
      return;
    }
    // Read each time: the pool closes a connection that idles while the other catalogue takes long.
    const backend = await backendOf(this.#catalogue);
    const [cpu, started] = [cpuOf(backend), performance.now()];
    await question?.();
    this.#clock.push(performance.now() - started);
    this.#cpu.push(cpuOf(backend) - cpu);
  }

  times(): Times {
    return { clock: percentilesOf(this.#clock), serverCpu: percentilesOf(this.#cpu) };
  }
}

async function compare(small: Timer, large: Timer, times: number) {
  for (let run = 0; run < WARM_UP + times; run++) {
    await small.ask(run);
    await large.ask(run);
  }
  return { small: small.times(), large: large.times() };
}

async function backendOf({ select }: Catalogue): Promise<number | undefined> {
  const [row] = await select<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row?.pid;
}

/** Milliseconds; NaN except on Linux, where nanoseconds on a core are the first value. */
function cpuOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return NaN;
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** The plan of each question's first version, as PostgreSQL ran it. */
export async function explainReads(
  catalogue: Catalogue,
  only: string | undefined,
): Promise<Explained[]> {
  const plans: Explained[] = [];
  for (const { name, ask } of await questionsFor(catalogue)) {
    if (only !== undefined && !name.includes(only)) continue;
    await ask[0]?.();
    const { text, values } = catalogue.lastSent();
    const rows = await catalogue.select<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, BUFFERS) ${text}`,
      values,
    );
    plans.push({ name, plan: rows.map((row) => row['QUERY PLAN']) });
  }
  return plans;
}
