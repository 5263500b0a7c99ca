import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { request } from '../../../../packages/stripe-sandbox/tests/helpers/raw.ts';
import { prepareDrain } from '../../src/processes/httpDrain.ts';
import { listen, portOf } from '../../src/processes/listen.ts';
import { startMetricsServer } from '../../src/processes/metricsServer.ts';
import { Supervisor } from '../../src/processes/supervisor.ts';
import { createLogger } from '../../src/utils/logger.ts';
import { eventually } from '../helpers/eventually.ts';

const logger = createLogger({ level: 'error', format: 'json' });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Supervises a process that runs this JavaScript. */
function supervise(script: () => string, onFatal: (reason: string) => void = () => undefined) {
  const children: ChildProcess[] = [];
  const pids: (number | undefined)[] = [];
  const ready = new Set<number | undefined>();
  const codes = new Map<number | undefined, number | null>();
  const onRestart = jest.fn();
  const supervisor = new Supervisor({
    name: 'test process',
    logger,
    onFatal,
    onRestart,
    spawn: () => {
      const child = spawn(process.execPath, ['-e', script()], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      children.push(child);
      pids.push(child.pid);
      child.once('message', () => ready.add(child.pid));
      child.once('exit', (code) => codes.set(child.pid, code));
      return child;
    },
  });
  closers.push(() => supervisor.kill());
  return { supervisor, children, pids, ready, codes, onRestart };
}

const READY = 'process.send({ ready: true }); setInterval(() => {}, 1000);';

test('a killed process is started again', async () => {
  const { supervisor, pids, onRestart } = supervise(() => READY);
  await supervisor.start();
  process.kill(pids[0] ?? 0, 'SIGKILL');
  while (pids.length < 2) await delay(20);
  expect(onRestart).toHaveBeenCalledTimes(1);
  expect(supervisor.isAlive).toBe(true);
});

test('a process that was ready is started again however often it is killed soon after', async () => {
  const onFatal = jest.fn();
  const { supervisor, pids, ready } = supervise(() => READY, onFatal);
  await supervisor.start();
  for (let kill = 1; kill <= 5; kill++) {
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    await eventually(() => onFatal.mock.calls.length > 0 || ready.size > kill);
  }
  expect(onFatal).not.toHaveBeenCalled();
  expect(supervisor.isAlive).toBe(true);
});

test('a crash loop stops the shop, with a clear message', async () => {
  const reason = await new Promise<string>((resolve) => {
    void supervise(() => 'process.exit(3)', resolve).supervisor.start();
  });
  expect(reason).toMatch(
    /The test process keeps crashing before it is ready \(last: exit code 3\)/,
  );
});

test('a process that says it cannot run is not started again', async () => {
  const reason = await new Promise<string>((resolve) => {
    void supervise(() => 'process.exit(78)', resolve).supervisor.start();
  });
  expect(reason).toBe('The test process cannot run.');
});

test('a process that cannot be started counts as crashed', async () => {
  const reason = await new Promise<string>((onFatal) => {
    const spawnNothing = () => spawn('/nowhere/at/all', []);
    const supervisor = new Supervisor({
      name: 'test process',
      logger,
      onFatal,
      spawn: spawnNothing,
    });
    void supervisor.start();
  });
  expect(reason).toMatch(/keeps crashing before it is ready \(last: .*ENOENT\)/);
});

test('a failed fork is retried', async () => {
  let isFull = false;
  const spawned: ReturnType<typeof spawn>[] = [];
  const supervisor = new Supervisor({
    name: 'test process',
    logger,
    onFatal: () => undefined,
    spawn: () => {
      if (isFull) {
        isFull = false;
        throw new Error('EMFILE');
      }
      spawned.push(
        spawn(process.execPath, ['-e', READY], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
      );
      return spawned.at(-1) as ReturnType<typeof spawn>;
    },
  });
  closers.push(() => supervisor.kill());
  await supervisor.start();
  isFull = true;
  spawned[0]?.kill('SIGKILL');
  await eventually(() => spawned.length === 2);
  expect(isFull).toBe(false);
});

test('a replacement takes over before the old one drains; a broken one leaves the old one alone', async () => {
  let script = READY;
  const { supervisor, pids } = supervise(() => script);
  await supervisor.start();
  await supervisor.replace();
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
  script = 'process.exit(1)';
  await expect(supervisor.replace()).rejects.toThrow('crashed before it was ready');
  expect(process.kill(pids[1] ?? 0, 0)).toBe(true);
});

test('a stop also waits for a replacement that is just starting', async () => {
  let script = READY;
  const { supervisor, pids } = supervise(() => script);
  await supervisor.start();
  // Not ready yet, and with something to finish.
  script = `process.on('SIGTERM', () => setTimeout(process.exit, 200)); setInterval(() => {}, 1000);`;
  const replaced = supervisor.replace();
  await delay(300);
  await supervisor.stop(5000);
  expect(pids).toHaveLength(2);
  for (const pid of pids) expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  await replaced;
});

test('a stop waits for a replaced process that still drains, without shortening its time', async () => {
  const drains = `process.once('SIGTERM', () => {
    process.once('SIGTERM', () => process.exit(1));
    setTimeout(process.exit, 600);
  });`;
  let script = `${drains} ${READY}`;
  const { supervisor, pids, codes } = supervise(() => script);
  await supervisor.start();
  script = READY;
  const replaced = supervisor.replace();
  await eventually(() => pids.length === 2);
  await delay(300);
  await supervisor.stop(5000);
  expect(codes.get(pids[0])).toBe(0);
  await replaced;
});

test.each<[string, (supervisor: Supervisor) => Promise<void>]>([
  ['replacement', (supervisor) => supervisor.replace()],
  ['stop', (supervisor) => supervisor.stop(5000)],
])('a %s waits for a process that a message no longer reached', async (_what, end) => {
  const deaf = `process.once('SIGTERM', () => {
    process.disconnect();
    setTimeout(process.exit, 300);
  });`;
  const { supervisor, children } = supervise(() => `${deaf} ${READY}`);
  await supervisor.start();
  const [child] = children;
  // As the primary does that asks all processes for their metrics.
  child?.once('disconnect', () => child.send('metrics'));
  await end(supervisor);
  expect(child?.exitCode).toBe(0);
});

test('a process that does not drain in time is killed', async () => {
  const { supervisor } = supervise(() => `process.on('SIGTERM', () => {}); ${READY}`);
  await supervisor.start();
  await supervisor.stop(100);
  expect(supervisor.isAlive).toBe(false);
});

async function serve(): Promise<{ server: Server; drain: (ms: number) => Promise<void> }> {
  const server = createServer((request, response) => {
    text(request).then(
      (body) => response.end(body),
      () => response.destroy(),
    );
  });
  const drain = prepareDrain(server);
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await listen(server, '127.0.0.1', 0, { variable: 'PORT', port: 0 });
  return { server, drain };
}

test('draining closes idle connections and lets a request in flight finish, announcing the close', async () => {
  const { server, drain } = await serve();
  const idle = connect(portOf(server), '127.0.0.1');
  const busy = connect(portOf(server), '127.0.0.1');
  busy.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab');
  await once(server, 'request');
  const answer = text(busy);
  const drained = drain(5000);
  await once(idle, 'close');
  busy.write('cd');
  expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[^]*Connection: close[^]*abcd$/);
  await drained;
});

test('requests still in flight at the deadline are aborted', async () => {
  const { server, drain } = await serve();
  const stuck = connect(portOf(server), '127.0.0.1');
  stuck.on('error', () => undefined);
  stuck.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nab');
  await once(server, 'request');
  await drain(100);
  expect(server.listening).toBe(false);
});

test('the error for an occupied port names the variable that changes it', async () => {
  const { server } = await serve();
  const port = portOf(server);
  await expect(startMetricsServer('127.0.0.1', port, async () => '')).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is in use, perhaps by another shop. Stop what listens there, or choose another port: METRICS_PORT=${port + 100 < 65_535 ? port + 100 : port - 100}`,
  );
});

test('metrics are served to this machine alone, and collected once for concurrent requests', async () => {
  let collections = 0;
  const collect = async () => {
    collections += 1;
    await delay(100);
    return 'figures 1\n';
  };
  const server = await startMetricsServer('127.0.0.1', 0, collect);
  closers.push(() => server.close());
  const { port } = server;
  const ask = (target = '/metrics', headers = {}) => request(port, `GET ${target}`, headers);
  const answers = await Promise.all([ask(), ask(), ask(`http://localhost:${port}/metrics`)]);
  for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: 'figures 1\n' });
  expect(collections).toBe(1);
  for (const target of ['//', '//[', '*', '/%', 'http://x:99999/'])
    expect([target, (await ask(target)).status]).toEqual([target, 400]);
  expect(await ask('/metrics', { Host: 'evil.example' })).toMatchObject({ status: 421 });
  expect(await ask('/metrics', { Origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await ask('/metrics', { 'Sec-Fetch-Site': 'cross-site' })).toMatchObject({ status: 403 });
  expect(await ask('/other')).toMatchObject({ status: 404 });
  expect(collections).toBe(1);
});

test('on a network metrics are served under any host name', async () => {
  const server = await startMetricsServer('0.0.0.0', 0, async () => 'figures 1\n');
  closers.push(() => server.close());
  const { port } = server;
  const ask = (headers: Record<string, string>) => request(port, 'GET /metrics', headers);
  expect(await ask({ Host: 'api-7.shop.example:3001' })).toMatchObject({ status: 200 });
  expect(await ask({ Origin: 'https://evil.example' })).toMatchObject({ status: 403 });
});
