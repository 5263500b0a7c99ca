import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { figuresOf } from '../../bench/start/processTree.ts';
import { demo } from '../../src/config/demo.ts';
import { freePort } from '../../src/db/embedded/freePort.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { startEntry } from '../helpers/entry.ts';
import { eventually } from '../helpers/eventually.ts';
import { asStaff } from '../helpers/staff.ts';

jest.setTimeout(120_000);

const ADMIN = '/api/v1/admin/media';
const MiB = 1024 * 1024;
const PARALLEL = 25;
const FILE_BYTES = 8 * MiB;
/** What a server's memory may grow by, whatever it is sent: buffers of connections, and garbage. */
const ROOM_MIB = 120;

let database: TestDatabase;
let folder: string;
let server: ReturnType<typeof startEntry>;
let url: string;
let pid: number;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'cartwright-test-'));
  const port = await freePort(0);
  url = `http://127.0.0.1:${port}`;
  server = startEntry('src/server.ts', {
    env: {
      PORT: String(port),
      METRICS_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      PUBLIC_URL: url,
      RATE_LIMIT_MAX: '0',
      FILE_RATE_LIMIT_MAX: '0',
      ADMIN_API_KEY: demo.adminApiKey,
      LOG_LEVEL: 'warn',
      STRIPE_API_BASE: 'http://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
  });
  pid = server.child.pid ?? 0;
  await eventually(() =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  // What is loaded at its first use is not what this is about.
  const picture = sharp({ create: { width: 900, height: 600, channels: 3, background: '#123' } });
  const { status, body } = await sendForm(await picture.png().toBuffer(), 'image/png');
  if (status !== 201) throw new Error(body);
});
afterAll(async () => {
  server.child.kill('SIGTERM');
  await server.result;
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const asForm = { 'Content-Type': 'multipart/form-data; boundary=x', ...asStaff };
const headOf = (type: string) =>
  [
    '--x\r\nContent-Disposition: form-data; name="visibility"\r\n\r\nstaff',
    `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: ${type}\r\n\r\n`,
  ].join('\r\n');

interface Sent {
  readonly method: string;
  readonly address: string;
  readonly headers: Record<string, string | number>;
  readonly body: Iterable<Uint8Array | string>;
}

async function send({ method, address, headers, body }: Sent) {
  const sending = request(address, { method, headers, agent: false });
  // A refusal ends the connection while bytes are on their way.
  sending.on('error', () => undefined);
  const source = Readable.from(body);
  source.pipe(sending);
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  source.destroy();
  const reply = { status: answer.statusCode, body: await text(answer) };
  sending.destroy();
  return reply;
}

const sendForm = (bytes: Uint8Array, type: string) =>
  send({
    method: 'POST',
    address: `${url}${ADMIN}/files`,
    headers: asForm,
    body: [headOf(type), bytes, '\r\n--x--\r\n'],
  });

let made = 0;
/** A document like no other, from one piece of memory. */
function* documentOf(bytes: number) {
  const start = `%PDF-1.4 ${(made += 1)}`.padEnd(100);
  yield start;
  const chunk = Buffer.alloc(65_536, 7);
  for (let left = bytes - start.length; left > 0; left -= chunk.length) {
    yield chunk.subarray(0, Math.min(left, chunk.length));
  }
}

function sendLargeForm() {
  const body = (function* () {
    yield headOf('application/pdf');
    yield* documentOf(FILE_BYTES);
    yield '\r\n--x--\r\n';
  })();
  return send({ method: 'POST', address: `${url}${ADMIN}/files`, headers: asForm, body });
}

async function sendToAddress() {
  const announced = {
    name: 'a.pdf',
    contentType: 'application/pdf',
    bytes: FILE_BYTES,
    visibility: 'staff',
  };
  const answer = await fetch(`${url}${ADMIN}/uploads`, {
    method: 'POST',
    headers: { ...asStaff, 'Content-Type': 'application/json' },
    body: JSON.stringify(announced),
  });
  const { data } = (await answer.json()) as {
    data: { put: { url: string; headers: Record<string, string> } };
  };
  const headers = { ...data.put.headers, 'Content-Length': FILE_BYTES };
  return send({ method: 'PUT', address: data.put.url, headers, body: documentOf(FILE_BYTES) });
}

/** @returns how much larger the server was at most meanwhile than before, in MiB, and its CPU in ms. */
async function watch(work: () => Promise<void>) {
  const before = figuresOf(pid);
  let most = before.rssMiB;
  const timer = setInterval(() => (most = Math.max(most, figuresOf(pid).rssMiB)), 20);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return { grownMiB: most - before.rssMiB, cpuMs: figuresOf(pid).cpuMs - before.cpuMs };
}

test.each([
  ['as forms', sendLargeForm, 201],
  ['to signed addresses', sendToAddress, 204],
])('many large uploads at once %s leave memory flat', async (_what, sendOne, status) => {
  const { grownMiB } = await watch(async () => {
    const answers = await Promise.all(Array.from({ length: PARALLEL }, sendOne));
    expect(answers.map((answer) => answer.status)).toEqual(Array(PARALLEL).fill(status));
  });
  expect(grownMiB).toBeLessThan(ROOM_MIB);
});

test('a form that announces 10 GB is refused before a byte of it', async () => {
  const { grownMiB } = await watch(async () => {
    const headers = { ...asForm, 'Content-Length': 10 * 1024 * MiB };
    const address = `${url}${ADMIN}/files`;
    const refused = await send({ method: 'POST', address, headers, body: ['--x'] });
    expect(refused.status).toBe(413);
  });
  expect(grownMiB).toBeLessThan(ROOM_MIB);
});

test('a form without an end is refused where the limit is, and meanwhile memory is flat', async () => {
  let sent = 0;
  const body = (function* () {
    yield headOf('image/png');
    const chunk = Buffer.alloc(65_536, 1);
    for (;;) {
      sent += chunk.length;
      yield chunk;
    }
  })();
  const { grownMiB } = await watch(async () => {
    const address = `${url}${ADMIN}/files`;
    const refused = await send({ method: 'POST', address, headers: asForm, body });
    expect(refused.status).toBe(413);
  });
  // Beside what is read, what the connection holds.
  expect(sent).toBeLessThan(95 * MiB);
  expect(grownMiB).toBeLessThan(ROOM_MIB);
});

test('a small file that says it is a picture of 60,000 × 60,000 costs next to nothing', async () => {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(60_000, 0);
  size.writeUInt32BE(60_000, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const head = Buffer.from('89504e470d0a1a0a', 'hex');
  const data = Buffer.alloc(1_000_000, 120);
  const bomb = Buffer.concat([head, chunkOf('IHDR', size), chunkOf('IDAT', data)]);
  const { grownMiB, cpuMs } = await watch(async () => {
    const refused = await sendForm(bomb, 'image/png');
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('60000')]);
  });
  expect(grownMiB).toBeLessThan(ROOM_MIB);
  expect(cpuMs).toBeLessThan(1000);
});

function chunkOf(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
