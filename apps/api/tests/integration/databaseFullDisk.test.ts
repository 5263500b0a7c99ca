import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../helpers/app.ts';
import { dropDatabase } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { withDatabase } from '../helpers/testServer.ts';

const template = process.env['CARTWRIGHT_TEST_TEMPLATE'] ?? '';
const MEBIBYTE = Buffer.alloc(1_048_576);

/** A file system of a few mebibytes, or undefined where this account may not have one. */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmdirSync(folder);
    return undefined;
  }
}

const disk = mountSmallDisk();
const filler = path.join(disk ?? '', 'filler');
// Only root may mount, and only where the container lets it.
const describeOnDisk = disk === undefined ? describe.skip : describe;

/** Writes until nothing more can be written. */
function fillDisk(): void {
  const file = openSync(filler, 'a');
  try {
    for (let bytes = MEBIBYTE; bytes.length > 0;) {
      try {
        if (writeSync(file, bytes) === 0) break;
      } catch {
        bytes = bytes.subarray(0, bytes.length >> 1);
      }
    }
  } finally {
    closeSync(file);
  }
}

describeOnDisk('A database whose disk is full (skipped where no disk can be mounted)', () => {
  let server: Client;
  let shop: TestApp;

  beforeAll(async () => {
    if (disk === undefined) return;
    server = new Client({ connectionString: withDatabase(template, 'postgres') });
    await server.connect();
    const { rows } = await server.query<{ data_directory: string }>('SHOW data_directory');
    const { uid, gid } = statSync(rows[0]?.data_directory ?? '');
    execFileSync('chown', [`${uid}:${gid}`, disk]);
    await server.query(`CREATE TABLESPACE small LOCATION '${disk}'`);
    const name = new URL(template).pathname.slice(1);
    await server.query(`CREATE DATABASE on_small TEMPLATE "${name}" TABLESPACE small`);
    shop = await startTestApp({ DATABASE_URL: withDatabase(template, 'on_small') });
  });

  afterAll(async () => {
    if (disk === undefined) return;
    rmSync(filler, { force: true });
    await shop.close();
    await dropDatabase(withDatabase(template, 'on_small'));
    await server.query('DROP TABLESPACE small');
    await server.end();
    execFileSync('umount', [disk]);
    rmdirSync(disk);
  });

  test('answers 503 and is not ready, and sells again as soon as there is room', async () => {
    const cart = () => shop.api.post('/api/v1/carts').send({});
    await cart().expect(201);
    fillDisk();
    const unready = await shop.api.get('/health/ready');
    expect([unready.status, unready.body.checks.database]).toEqual([
      503,
      { problem: 'refuses writes: its disk is full or fails' },
    ]);
    const statuses = new Set<number>();
    // What a page has room for is still written.
    await eventually(async () => {
      for (let count = 0; count < 20; count++) statuses.add((await cart()).status);
      return statuses.has(503);
    });
    statuses.delete(201);
    expect([...statuses]).toEqual([503]);
    rmSync(filler);
    await cart().expect(201);
    await eventually(async () => (await shop.api.get('/health/ready')).status === 200);
  });
});
