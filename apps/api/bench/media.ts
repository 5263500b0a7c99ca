import { setTimeout as delay } from 'node:timers/promises';
import { demo } from '../src/config/demo.ts';
import { openHttp, type Http } from './http.ts';
import { deriveBare, photoOf, PHOTO } from './media/photos.ts';
import { pacedReads } from './media/pacedReads.ts';
import { findSubjects } from './reads/subjects.ts';
import type { Stage } from './stage.ts';
import { percentilesOf, spreadOf, type Percentiles, type Spread } from './stats.ts';

/** What photos of 12 megapixels cost, from a presigned upload to the last of their derivatives. */
export interface MediaFigures {
  megapixels: number;
  /** Of a file's versions. */
  derivatives: number;
  /** Requests to the API for each upload, the bytes to their signed address left out. */
  requests: number;
  /** Milliseconds of CPU of the HTTP worker to sign, to inspect and to register a photo. */
  uploadCpuMs: Spread;
  /** Milliseconds of CPU of the job worker for all versions of a photo. */
  shopCpuMs: Spread;
  /** The same of a bare script that makes each version from the photo. */
  floorCpuMs: Spread;
  /** The floor's CPU divided by the shop's, of each pair. */
  ratio: Spread;
  /** Of warm reads at a constant rate, at rest and while photos are brought and derived. */
  idleMs: Percentiles;
  busyMs: Percentiles;
  /** The 99th percentile of the HTTP worker's event loop delay, in milliseconds. */
  idleLoopMs: number;
  busyLoopMs: number;
}

interface MediaPlan {
  /** Each of one photo. */
  rounds: number;
  /** Of the reads at rest. */
  roundMs: number;
}

interface File {
  id: string;
  derivatives: readonly unknown[];
}

interface Upload {
  id: string;
  put: { url: string; headers: Record<string, string> };
}

type Round = Awaited<ReturnType<typeof takeRound>>;

const API = '/api/v1/admin/media';
const POLL_MS = 250;
const PATIENCE_MS = 60_000;
const headers = { Authorization: `Bearer ${demo.adminApiKey}` };

export async function measureMedia(
  stage: Stage,
  { rounds, roundMs }: MediaPlan,
  say: (line: string) => void,
): Promise<MediaFigures> {
  const subjects = await findSubjects(stage.base);
  const paths = subjects.flatMap((subject) => subject.paths);
  const http = openHttp(stage.base, 2);
  try {
    const taken: Round[] = [];
    // The first compiles and loads what the others find there.
    for (let round = 0; round <= rounds; round++) {
      say(round === 0 ? 'Photos: warming up' : `Photos: ${round} of ${rounds}`);
      taken.push(await takeRound(stage, http, { paths, roundMs, seed: round }));
    }
    return summaryOf(taken.slice(1));
  } finally {
    http.close();
  }
}

/** Reads at rest, then the same reads while a photo is brought and derived; then the floor. */
async function takeRound(
  stage: Stage,
  http: Http,
  { paths, roundMs, seed }: { paths: readonly string[]; roundMs: number; seed: number },
) {
  const photo = await photoOf(seed);
  const worker = stage.agents.one('HTTP worker');
  const watch = async <T>(work: Promise<T>) => {
    await worker.ask('startLoopWatch');
    const result = await pacedReads(stage.base, paths, work);
    return { ...result, loopMs: await worker.ask('stopLoopWatch') };
  };
  const idle = await watch(delay(roundMs));
  const busy = await watch(bringAndDerive(stage, http, photo));
  return { idle, busy, floorCpuMs: await deriveBare(photo) };
}

async function bringAndDerive({ base, agents }: Stage, http: Http, photo: Buffer) {
  const api = agents.one('HTTP worker');
  const jobs = agents.one('job worker');
  const before = { api: await api.ask('cpu'), jobs: await jobs.ask('cpu') };
  let requests = 0;
  const post = async <T>(path: string, body: object): Promise<T> => {
    requests += 1;
    return dataOf(await http.send({ method: 'POST', path: API + path, body, headers })) as T;
  };
  const announced = { name: 'photo.jpg', contentType: 'image/jpeg', bytes: photo.length };
  const { id, put } = await post<Upload>('/uploads', { ...announced, keep: true });
  const address = base + new URL(put.url).pathname;
  const { status } = await fetch(address, {
    method: 'PUT',
    headers: put.headers,
    body: new Uint8Array(photo),
  });
  if (status >= 300) throw new Error(`The bytes were answered with ${status}`);
  const { id: fileId } = await post<File>(`/uploads/${id}/finalize`, {});
  const uploadCpuMs = (await api.ask('cpu')) - before.api;
  const derivatives = await untilDerived(http, fileId);
  return { requests, derivatives, uploadCpuMs, shopCpuMs: (await jobs.ask('cpu')) - before.jobs };
}

/** @returns the number of the file's versions. */
async function untilDerived(http: Http, fileId: string): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    await delay(POLL_MS);
    const answer = await http.send({ method: 'GET', path: `${API}/files/${fileId}`, headers });
    const { derivatives } = dataOf(answer) as File;
    if (derivatives.length > 0) return derivatives.length;
  }
  throw new Error('A photo was not derived in time');
}

function dataOf({ status, body }: { status: number; body: unknown }): unknown {
  if (status >= 300) throw new Error(`An upload was answered with ${status}`);
  return (body as { data: unknown }).data;
}

function summaryOf(rounds: readonly Round[]): MediaFigures {
  const [first] = rounds;
  if (!first) throw new Error('There are no rounds to measure');
  const shop = rounds.map(({ busy }) => busy.result.shopCpuMs);
  const floor = rounds.map(({ floorCpuMs }) => floorCpuMs);
  return {
    megapixels: (PHOTO.width * PHOTO.height) / 1e6,
    derivatives: first.busy.result.derivatives,
    requests: first.busy.result.requests,
    uploadCpuMs: spreadOf(rounds.map(({ busy }) => busy.result.uploadCpuMs)),
    shopCpuMs: spreadOf(shop),
    floorCpuMs: spreadOf(floor),
    ratio: spreadOf(rounds.map((_round, index) => (floor[index] ?? NaN) / (shop[index] ?? NaN))),
    idleMs: percentilesOf(rounds.flatMap(({ idle }) => idle.times)),
    busyMs: percentilesOf(rounds.flatMap(({ busy }) => busy.times)),
    idleLoopMs: Math.max(...rounds.map(({ idle }) => idle.loopMs)),
    busyLoopMs: Math.max(...rounds.map(({ busy }) => busy.loopMs)),
  };
}
