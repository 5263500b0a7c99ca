import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../helpers/eventually.ts';
import { startShop, type RunningShop } from '../helpers/shop.ts';

jest.setTimeout(90_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-shop-'));
let shop: RunningShop;
let metricsUrl: string;

beforeAll(async () => {
  shop = await startShop(folder, { WEB_CONCURRENCY: '2' });
  const opened = shop.log.find(({ message }) => message === 'The shop is open');
  metricsUrl = `http://127.0.0.1:${(opened as unknown as { metricsPort: number }).metricsPort}/metrics`;
});
afterAll(async () => {
  await shop.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Scrape {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
}

async function scrape(): Promise<Scrape> {
  const started = performance.now();
  const answer = await fetch(metricsUrl);
  const text = await answer.text();
  return { status: answer.status, ms: performance.now() - started, text };
}

/** All counters, including histograms, by name and labels. */
function counters(text: string): Map<string, number> {
  const types = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type]) => [name, type]),
  );
  const isCounted = (name: string) =>
    ['counter', 'histogram'].includes(
      types.get(name) ?? types.get(name.replace(/_(bucket|sum|count)$/, '')) ?? '',
    );
  return new Map(
    [...text.matchAll(/^([a-z_]+)(\{.*\})? (\S+)$/gm)]
      .filter(([, name = '']) => isCounted(name))
      .map(([, name = '', labels = '', value]) => [name + labels, Number(value)]),
  );
}

function fallen(before: Scrape, after: Scrape): string[] {
  const now = counters(after.text);
  return [...counters(before.text)]
    .filter(([name, value]) => (now.get(name) ?? -1) < value - 1e-9)
    .map(([name, value]) => `${name} ${value} → ${now.get(name)}`);
}

const valueOf = ({ text }: Scrape, name: string) =>
  Number(new RegExp(`^${name.replaceAll(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1]);

const answered = (seen: Scrape) =>
  valueOf(
    seen,
    'http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}',
  );

async function ask(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const answer = await fetch(`${shop.base}/health/live`, { headers: { connection: 'close' } });
    await answer.text();
  }
}

const workers = () =>
  shop.log.filter(({ message }) => message.startsWith('Listening on ')).map(({ pid }) => pid ?? 0);

test('no counter falls when the workers are replaced, and no count is lost', async () => {
  await ask(20);
  let last = await scrape();
  expect(answered(last)).toBe(20);
  const counted = [...counters(last.text).keys()].map((name) => name.replace(/\{.*/, ''));
  // The initial counters of a process, plus its requests; jobs may or may not have run.
  expect(counted).toEqual(
    expect.arrayContaining([
      'process_cpu_user_seconds_total',
      'http_request_duration_seconds_bucket',
      'http_request_duration_seconds_sum',
    ]),
  );
  // No one collects these before the restart: the workers report them at their end.
  await ask(10);
  shop.primary.kill('SIGHUP');
  let rolled = false;
  while (!rolled) {
    rolled = shop.log.some(({ message }) => message === 'All workers are replaced');
    const next = await scrape();
    expect(next.status).toBe(200);
    expect(fallen(last, next)).toEqual([]);
    last = next;
  }
  await eventually(async () => answered(await scrape()) === 30);
  expect(valueOf(await scrape(), 'cluster_processes{role="http"}')).toBe(2);
  expect(valueOf(await scrape(), 'http_requests_in_flight')).toBe(0);
});

test('no counter falls when a worker is killed', async () => {
  await ask(10);
  const before = await scrape();
  const replaced = shop.nextHttpWorker();
  process.kill(workers().at(-1) ?? 0, 'SIGKILL');
  expect(fallen(before, await scrape())).toEqual([]);
  await replaced;
  const after = await eventually(async () => {
    const seen = await scrape();
    return valueOf(seen, 'cluster_restarts_total{role="http"}') === 1 && seen;
  });
  expect(fallen(before, after)).toEqual([]);
});

test('a worker that hangs does not hide the others, and is reported', async () => {
  const before = await eventually(async () => {
    const seen = await scrape();
    return valueOf(seen, 'cluster_processes{role="http"}') === 2 && seen;
  });
  expect(valueOf(before, 'cluster_processes_silent')).toBe(0);
  const pid = workers().at(-1) ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    for (let i = 0; i < 2; i++) {
      const seen = await scrape();
      expect(seen.status).toBe(200);
      expect(seen.ms).toBeLessThan(8000);
      expect(valueOf(seen, 'cluster_processes_silent')).toBe(1);
      expect(fallen(before, seen)).toEqual([]);
    }
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await eventually(async () => valueOf(await scrape(), 'cluster_processes_silent') === 0);
  expect(fallen(before, await scrape())).toEqual([]);
});
