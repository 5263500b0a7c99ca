import { openDatabase } from '../../src/db/client.ts';
import { createMetrics } from '../../src/services/metrics.service.ts';

const database = openDatabase({ url: 'postgresql://shop.test/none', poolSize: 1 });

afterAll(() => database.close());

test('Two shops in one process measure its event loop once, and count their requests apart', () => {
  const [one, other] = [createMetrics(database).registry, createMetrics(database).registry];
  const metric = (registry: typeof one, name: string) => registry.getSingleMetric(name);
  const lag = 'nodejs_eventloop_lag_seconds';
  expect(metric(one, lag)).toBeDefined();
  expect(metric(one, lag)).toBe(metric(other, lag));
  const requests = 'http_requests_in_flight';
  expect(metric(one, requests)).toBeDefined();
  expect(metric(one, requests)).not.toBe(metric(other, requests));
});
