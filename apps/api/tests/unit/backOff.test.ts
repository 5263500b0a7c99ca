import { BackOff } from '../../src/processes/backOff.ts';

test('the delay doubles, up to half a minute', () => {
  const backOff = new BackOff();
  const delays = Array.from({ length: 12 }, () => backOff.onDeath(40_000, true));
  expect(delays.slice(0, 4)).toEqual([100, 200, 400, 800].map((restartInMs) => ({ restartInMs })));
  expect(delays.at(-1)).toEqual({ restartInMs: 30_000 });
});

test('a stable minute resets the delay', () => {
  const backOff = new BackOff();
  backOff.onDeath(40_000, true);
  backOff.onDeath(40_000, true);
  expect(backOff.onDeath(60_000, true)).toEqual({ restartInMs: 100 });
});

test('five crashes in a row before readiness are a crash loop', () => {
  const looping = new BackOff();
  const verdicts = Array.from({ length: 5 }, () => looping.onDeath(100, false));
  expect(verdicts.indexOf('crash loop')).toBe(4);
  const recovering = new BackOff();
  for (const wasReady of [false, false, false, false, true, false, false, false, false]) {
    expect(recovering.onDeath(100, wasReady)).not.toBe('crash loop');
  }
});

test('a process that becomes ready is always restarted, with a growing delay', () => {
  const backOff = new BackOff();
  const verdicts = Array.from({ length: 20 }, () => backOff.onDeath(100, true));
  expect(verdicts).not.toContain('crash loop');
  expect(verdicts.at(-1)).toEqual({ restartInMs: 30_000 });
});
