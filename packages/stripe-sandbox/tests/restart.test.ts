import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Store } from '../src/store.ts';
import { Timers } from '../src/timers.ts';
import { closeReceivers, openReceiver } from './helpers/receiver.ts';
import { closeSandboxes, openSandbox, paying, sdk, until } from './helpers/sandbox.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

let dataDir = '';
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stripe-sandbox-'));
});
afterEach(async () => {
  await closeSandboxes();
  await closeReceivers();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true });
});

async function forkMain(args: string[] = []): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(MAIN, ['--data-dir', dataDir, ...args], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.push(child);
  const [ready]: unknown[] = await once(child, 'message');
  expect(ready).toEqual({ ready: true, port: expect.any(Number) });
  return { child, port: Number(Object(ready).port) };
}

test('the data folder has the address of its sandbox, until that is closed', async () => {
  const note = join(dataDir, 'address');
  const { child, port } = await forkMain();
  const url = `http://127.0.0.1:${port}`;
  expect(await readFile(note, 'utf8')).toBe(url);
  const state = await (await fetch(`${url}/_sandbox/state`)).json();
  expect(state).toMatchObject({ url, dataDir });
  child.kill('SIGTERM');
  await once(child, 'exit');
  await expect(readFile(note)).rejects.toThrow('ENOENT');
});

test.each([
  ['thrown', 'setTimeout(() => { throw odd })'],
  ['rejected', 'Promise.reject(odd)'],
])(
  'an unexpected error that is %s ends the process, and is logged without its properties',
  async (_, act) => {
    const error = `Object.assign(new Error('odd'), { code: 'E_ODD', rawPacket: 'a secret' })`;
    const script = `process.once('newListener', (name) => setTimeout(() => { const odd = ${error}; ${act} }, 300));`;
    const child = fork(MAIN, [], {
      execArgv: [
        '--disable-warning=ExperimentalWarning',
        `--import=data:text/javascript,${encodeURIComponent(script)}`,
      ],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    children.push(child);
    const [[code], told] = await Promise.all([
      once(child, 'exit'),
      text(Readable.from(child.stderr ?? [])),
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(told)).toMatchObject({
      error: { name: 'Error', code: 'E_ODD', message: 'odd', stack: expect.any(String) },
    });
    expect(told).not.toContain('a secret');
  },
);

test('a delayed outcome that fails is logged and dropped, and the next one runs', async () => {
  const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const store = new Store(undefined);
  const timers = new Timers(store);
  const done: string[] = [];
  timers.define('settle', (id) => {
    if (id === 'bad') throw new Error('Cannot be settled');
    done.push(id);
  });
  timers.start();
  timers.schedule('settle', 'bad', 0);
  timers.schedule('settle', 'good', 1);
  await until(() => done.length > 0);
  timers.stop();
  expect(told).toHaveBeenCalledTimes(1);
  expect(timers.runNow('bad')).toBe(0);
  told.mockRestore();
});

test('a restart keeps payments, keys, delayed outcomes and undelivered events', async () => {
  const receiver = await openReceiver();
  const options = { dataDir, ...receiver.options };
  const before = await openSandbox({ ...options, settleMs: 200 });
  await before.control('POST', '/webhooks', { paused: true });
  const once1 = { idempotencyKey: 'before-the-restart' };
  const paid = await before.stripe.paymentIntents.create(paying('pm_card_visa'), once1);
  const delayed = await before.stripe.paymentIntents.create(paying('pm_usBankAccount_success'));
  await closeSandboxes();
  expect(receiver.events).toEqual([]);

  const { stripe } = await openSandbox(options);
  expect(await stripe.paymentIntents.retrieve(paid.id)).toMatchObject({ status: 'succeeded' });
  const replayed = await stripe.paymentIntents.create(paying('pm_card_visa'), once1);
  expect(replayed.id).toBe(paid.id);
  await until(
    async () => (await stripe.paymentIntents.retrieve(delayed.id)).status === 'succeeded',
  );
  await until(() => receiver.events.length === 8);
});

test('everything that was answered before kill -9 exists after it', async () => {
  const first = await forkMain();
  const created: string[] = [];
  const stripe = sdk(first.port);
  const dead = once(first.child, 'exit');
  try {
    for (;;) {
      created.push((await stripe.paymentIntents.create(paying('pm_card_visa'))).id);
      // In the middle of one of those that follow.
      if (created.length === 1) setTimeout(() => first.child.kill('SIGKILL'), 150);
    }
  } catch {
    await dead;
  }
  expect(created.length).toBeGreaterThan(0);

  const second = await forkMain();
  const kept = new Map<string, string>();
  for await (const intent of sdk(second.port).paymentIntents.list({ limit: 100 })) {
    kept.set(intent.id, intent.status);
  }
  for (const id of created) expect(kept.get(id)).toBe('succeeded');
  const balance = await sdk(second.port).balance.retrieve();
  // Each is booked once, less its fee.
  expect(balance.available[0]?.amount).toBe((2500 - 103) * kept.size);
});

test('the process ends on SIGTERM and when its parent is gone', async () => {
  const terminated = await forkMain();
  terminated.child.kill('SIGTERM');
  expect(await once(terminated.child, 'exit')).toEqual([0, null]);
  const orphaned = await forkMain();
  const exited = once(orphaned.child, 'exit');
  orphaned.child.disconnect();
  expect(await exited).toEqual([0, null]);
});

test('a flag whose value is no number is refused with its name', async () => {
  const child = fork(MAIN, ['--port', 'http'], { silent: true });
  children.push(child);
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code]: unknown[] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(said).toContain('port must be a whole number, not "http"');
});
