import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { loadConfig } from '../../src/config/index.ts';
import { eventually } from './eventually.ts';

/** A server that speaks S3, with one bucket. */
export interface S3Server {
  readonly endpoint: string;
  /** The variables of a shop that keeps its files in the bucket. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

/** Another server, which runs already: see docs/testing.md. */
const { S3_TEST_ENDPOINT, S3_TEST_KEY = 'S3RVER', S3_TEST_SECRET = 'S3RVER' } = process.env;

const hasVersity = spawnSync('versitygw', ['--version']).error === undefined;

/**
 * Whether the server does all that the shop needs of S3. The one that comes with the development
 * dependencies knows no lists of uploads in parts, and compares neither signed lengths nor types.
 */
export const isCompleteS3 = hasVersity || S3_TEST_ENDPOINT !== undefined;

/** Starts a server, unless `S3_TEST_ENDPOINT` names one: versitygw where this machine has it. */
export async function startS3Server(): Promise<S3Server> {
  const bucket = `shop-${randomUUID().slice(0, 8)}`;
  const own = S3_TEST_ENDPOINT === undefined ? await startOwn() : undefined;
  const endpoint = own?.endpoint ?? S3_TEST_ENDPOINT ?? '';
  const credentials = { accessKeyId: S3_TEST_KEY, secretAccessKey: S3_TEST_SECRET };
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    endpoint,
    env: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: S3_TEST_KEY,
      S3_SECRET_ACCESS_KEY: S3_TEST_SECRET,
    },
    async close() {
      client.destroy();
      await own?.stop();
    },
  };
}

async function startOwn() {
  const directory = await mkdtemp(path.join(tmpdir(), 's3-'));
  const { endpoint, stop } = await (hasVersity ? startVersity : startS3rver)(directory);
  return {
    endpoint,
    async stop() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function startS3rver(directory: string) {
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory });
  const { port } = await server.run();
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.close() };
}

async function startVersity(directory: string) {
  const endpoint = `127.0.0.1:${await freePort(0)}`;
  const env = { ...process.env, ROOT_ACCESS_KEY: S3_TEST_KEY, ROOT_SECRET_KEY: S3_TEST_SECRET };
  const settings = ['--quiet', '--port', endpoint, 'posix', directory];
  const server = spawn('versitygw', settings, { stdio: 'ignore', env });
  await eventually(() =>
    fetch(`http://${endpoint}/`).then(
      () => true,
      () => false,
    ),
  );
  return {
    endpoint: `http://${endpoint}`,
    async stop() {
      server.kill('SIGKILL');
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    },
  };
}

/** The configuration of a bucket, from the variables of a shop. */
export function s3ConfigOf(env: Record<string, string>) {
  const { s3 } = loadConfig({ NODE_ENV: 'test', ...env }).storage;
  if (!s3) throw new Error('There is no bucket');
  return s3;
}
