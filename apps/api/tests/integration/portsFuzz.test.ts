import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { oddRequest } from '../../chaos/ports/requests.ts';
import { fuzzPorts } from '../../chaos/ports/run.ts';

// The seconds-long form of `npm run ports:fuzz`.

jest.setTimeout(360_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-ports-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a request of the fuzzer is reproducible and unique', () => {
  const first = oddRequest(7, 3, 'http');
  expect(oddRequest(7, 3, 'http')).toEqual(first);
  const others = Array.from({ length: 200 }, (_, n) => oddRequest(7, n, 'http').bytes.toString());
  expect(new Set(others).size).toBeGreaterThan(190);
});

test('a shop survives malformed requests at each of its ports, and sells as before', async () => {
  const report = await fuzzPorts({ folder, seed: 20_261_130, forMs: 5000, mostMiB: 1024 });
  expect(report.faults).toEqual([]);
  expect(report.requests).toBeGreaterThan(100);
  expect(report.statuses.get(400)).toBeGreaterThan(0);
});
