import cluster, { type Worker } from 'node:cluster';
import { Counter, Gauge, Registry } from 'prom-client';
import { createClusterMetrics } from '../../src/processes/clusterMetrics.ts';
import { ANSWER, REQUEST } from '../../src/processes/figures.ts';

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
    const metrics = [await this.registry.getMetricsAsJSON()];
    cluster.emit('message', this.as, { type: ANSWER, metrics });
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
