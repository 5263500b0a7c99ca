import { randomBytes } from 'node:crypto';
import { startCpuMeter } from './cpu.ts';
import { openHttp, type Http } from './http.ts';
import type { ReadPlan } from './reads.ts';
import { read } from './reads/readers.ts';
import { findSubjects, type Subject } from './reads/subjects.ts';
import type { Stage } from './stage.ts';
import { percentilesOf, spreadOf, sum, type Percentiles, type Spread } from './stats.ts';

/** Warm reads of someone who is signed in, and of guests. */
interface SignedInReads {
  subject: string;
  connections: number;
  /** Answers a second. */
  signedIn: Spread;
  guest: Spread;
  /** The rate signed in divided by the guest's, of each pair of rounds. */
  ratio: Spread;
  /** The same by the CPU of an answer, of the HTTP worker. */
  cpuRatio: number;
}

/** Sign-ins by password, while one guest reads the catalogue. */
interface SignInFigures {
  connections: number;
  /** Sign-ins a second. */
  rate: number;
  signInMs: Percentiles;
  /** The 99th percentile of the HTTP worker's event loop delay, in milliseconds. */
  loopDelayMs: number;
  /** Of the guest's warm reads meanwhile. */
  readMs: Percentiles;
}

export interface PeopleFigures {
  reads: SignedInReads[];
  signIns: SignInFigures[];
}

interface Person {
  email: string;
  password: string;
}

const API = '/api/v1/auth';

/** What identities cost, on a stage whose shop has no people yet. */
export async function measurePeople(
  stage: Stage,
  plan: ReadPlan,
  say: (line: string) => void,
): Promise<PeopleFigures> {
  const most = Math.max(...plan.connections);
  const http = openHttp(stage.base, most);
  try {
    say('Registering people');
    const people = await Promise.all(Array.from({ length: most }, () => register(http)));
    const [reader] = people;
    if (!reader) throw new Error('There are no connections to measure with');
    const token = await signIn(http, reader);
    const subjects = await findSubjects(stage.base);
    const reads: SignedInReads[] = [];
    for (const subject of subjects) {
      for (const connections of plan.connections) {
        say(`Signed in, ${subject.name}, ${connections} connections`);
        reads.push(await compare(stage, subject, { ...plan, connections, token }));
      }
    }
    const signIns: SignInFigures[] = [];
    for (const connections of plan.connections) {
      say(`Sign-ins, ${connections} connections`);
      const round = { people: people.slice(0, connections), ms: plan.roundMs * plan.rounds };
      signIns.push(await signInAll(stage, http, subjects, round));
    }
    return { reads, signIns };
  } finally {
    http.close();
  }
}

async function register(http: Http): Promise<Person> {
  const person = {
    email: `${randomBytes(8).toString('hex')}@bench.example`,
    password: randomBytes(18).toString('base64url'),
  };
  const { status } = await http.send({ method: 'POST', path: `${API}/register`, body: person });
  if (status !== 202) throw new Error(`A registration was answered with ${status}`);
  return person;
}

/** @returns the access token. */
async function signIn(http: Http, person: Person): Promise<string> {
  const answer = await http.send({ method: 'POST', path: `${API}/login`, body: person });
  const { data } = answer.body as { data?: { accessToken?: string } };
  if (data?.accessToken === undefined) {
    throw new Error(`A sign-in was answered with ${answer.status}`);
  }
  return data.accessToken;
}

interface Comparison {
  connections: number;
  rounds: number;
  roundMs: number;
  token: string;
}

/** Alternates between both, so that other load on the machine affects both. */
async function compare(
  stage: Stage,
  { name, paths }: Subject,
  { connections, rounds, roundMs, token }: Comparison,
): Promise<SignedInReads> {
  const take = async (headers?: Record<string, string>) => {
    const stopMeter = await startCpuMeter(stage);
    const { requests, elapsedMs } = await read(stage.base, paths, connections, roundMs, headers);
    const use = await stopMeter();
    return { rate: (1000 * requests) / elapsedMs, cpu: use['HTTP worker'], requests };
  };
  const asPerson = { Authorization: `Bearer ${token}` };
  await take();
  await take(asPerson);
  const pairs = [];
  for (let round = 0; round < rounds; round++) {
    // The first of a pair changes, since the second may find the machine in another state.
    if (round % 2 === 0) pairs.push({ guest: await take(), person: await take(asPerson) });
    else {
      const person = await take(asPerson);
      pairs.push({ person, guest: await take() });
    }
  }
  const cpuOf = (rounds: readonly { cpu: number; requests: number }[]) =>
    sum(rounds.map(({ cpu }) => cpu)) / sum(rounds.map(({ requests }) => requests));
  return {
    subject: name,
    connections,
    signedIn: spreadOf(pairs.map(({ person }) => person.rate)),
    guest: spreadOf(pairs.map(({ guest }) => guest.rate)),
    ratio: spreadOf(pairs.map(({ person, guest }) => person.rate / guest.rate)),
    cpuRatio: cpuOf(pairs.map(({ guest }) => guest)) / cpuOf(pairs.map(({ person }) => person)),
  };
}

/** Each person signs in again and again; one guest reads meanwhile. */
async function signInAll(
  stage: Stage,
  http: Http,
  subjects: readonly Subject[],
  { people, ms }: { people: readonly Person[]; ms: number },
): Promise<SignInFigures> {
  const worker = stage.agents.one('HTTP worker');
  const times: number[] = [];
  await worker.ask('startLoopWatch');
  const started = performance.now();
  const lane = async (person: Person) => {
    while (performance.now() - started < ms) {
      const sent = performance.now();
      await signIn(http, person);
      times.push(performance.now() - sent);
    }
  };
  const paths = subjects.flatMap((subject) => subject.paths);
  const [reading] = await Promise.all([read(stage.base, paths, 1, ms), ...people.map(lane)]);
  const elapsedMs = performance.now() - started;
  return {
    connections: people.length,
    rate: (1000 * times.length) / elapsedMs,
    signInMs: percentilesOf(times),
    loopDelayMs: await worker.ask('stopLoopWatch'),
    readMs: percentilesOf(reading.times),
  };
}
