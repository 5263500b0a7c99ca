import cluster, { type Worker } from 'node:cluster';
import { Counter, Gauge, Registry } from 'prom-client';
import { createClusterMetrics } from '../../src/processes/clusterMetrics.ts';
import { ANSWER, REQUEST, type Figures } from '../../src/processes/figures.ts';

/** A worker as the primary sees it, which answers when the test says so. */
class FakeWorker {
  readonly registry = new Registry();
  readonly #registers = [this.registry];
  readonly sales = new Counter({ name: 'sales_total', help: 'h', registers: this.#registers });
  readonly open = new Gauge({ name: 'open_carts', help: 'h', registers: this.#registers });
  isRunning = true;
  questions = 0;
  readonly as = this as unknown as Worker;

  isConnected = () => this.isRunning;
  isDead = () => !this.isRunning;

  send({ type }: { type: string }): void {
    if (type === REQUEST) this.questions++;
  }

  async answer(): Promise<void> {
    this.tell(await this.read());
  }

  /** Reads the metrics as they are now; counters of prom-client hand out their own values. */
  async read(): Promise<Figures> {
    return structuredClone(await this.registry.getMetricsAsJSON());
  }

  tell(figures: Figures): void {
    cluster.emit('message', this.as, { type: ANSWER, metrics: [figures] });
  }

  end(): void {
    this.isRunning = false;
    cluster.emit('exit', this.as);
  }
}

const before = cluster.workers;
afterEach(() => {
  Object.assign(cluster, { workers: before });
});

function startWorkers() {
  const workers = [new FakeWorker(), new FakeWorker()] as const;
  Object.assign(cluster, { workers: { 1: workers[0], 2: workers[1] } });
  const metrics = createClusterMetrics(() => ({}));
  for (const { as } of workers) cluster.emit('message', as, { ready: true });
  return { workers, metrics };
}

test('A worker that ends between its answer and that of another is counted once', async () => {
  const {
    workers: [first, second],
    metrics,
  } = startWorkers();
  first.sales.inc(10);
  first.open.set(3);
  second.sales.inc(5);
  const scrape = metrics.collect();
  expect([first.questions, second.questions]).toEqual([1, 1]);
  await first.answer();
  first.end();
  await second.answer();
  const seen = await scrape;
  expect(seen).toContain('sales_total 15\n');
  expect(seen).toContain('open_carts 0\n');
  const next = metrics.collect();
  await second.answer();
  expect(await next).toContain('sales_total 15\n');
});

test('A counter does not fall when the older of two answers of a process arrives last', async () => {
  const {
    workers: [first, second],
    metrics,
  } = startWorkers();
  second.sales.inc(5);
  first.sales.inc(10);
  const older = await first.read();
  first.sales.inc(1);
  const scrape = metrics.collect();
  await first.answer();
  await second.answer();
  expect(await scrape).toContain('sales_total 16\n');
  first.tell(older);
  first.end();
  const next = metrics.collect();
  await second.answer();
  expect(await next).toContain('sales_total 16\n');
});
