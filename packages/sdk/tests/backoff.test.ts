import { backoff, retryAfter } from '../src/backoff.ts';

const draws = (repeat: number) => Array.from({ length: 1000 }, () => backoff(repeat, 100));

test.each([
  [0, 100],
  [1, 200],
  [3, 800],
  [20, 8000],
])('delay %i is drawn from its whole range of %i ms', (repeat, span) => {
  const waits = draws(repeat);
  expect(Math.min(...waits)).toBeLessThan(span * 0.1);
  expect(Math.max(...waits)).toBeGreaterThan(span * 0.9);
  expect(Math.max(...waits)).toBeLessThanOrEqual(span);
});

test.each([
  ['120', 120_000],
  ['0', 0],
  ['', 0],
  ['soon', 0],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
])('Retry-After: "%s" is %i ms', (value, expected) => {
  expect(retryAfter(new Headers({ 'Retry-After': value }))).toBe(expected);
});

test('Retry-After may be a date', () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const waitMs = retryAfter(new Headers({ 'Retry-After': date }));
  expect(waitMs).toBeGreaterThan(50_000);
  expect(waitMs).toBeLessThanOrEqual(60_000);
});
