import { expect, test } from '@jest/globals';
import { BackOff } from '../../src/processes/backOff.ts';

test('the delay doubles, up to half a minute', () => {
  const backOff = new BackOff();
  const delays = Array.from({ length: 12 }, () => backOff.onDeath(40_000));
  expect(delays.slice(0, 4)).toEqual([100, 200, 400, 800].map((restartInMs) => ({ restartInMs })));
  expect(delays.at(-1)).toEqual({ restartInMs: 30_000 });
});

test('a stable minute makes it forget', () => {
  const backOff = new BackOff();
  backOff.onDeath(40_000);
  backOff.onDeath(40_000);
  expect(backOff.onDeath(60_000)).toEqual({ restartInMs: 100 });
});

test('five deaths right after the start are a crash loop, unless one lived longer in between', () => {
  const looping = new BackOff();
  const verdicts = Array.from({ length: 5 }, () => looping.onDeath(100));
  expect(verdicts.indexOf('crash loop')).toBe(4);
  const recovering = new BackOff();
  for (const lived of [1, 1, 1, 1, 31_000, 1, 1, 1, 1]) {
    expect(recovering.onDeath(lived)).not.toBe('crash loop');
  }
});
