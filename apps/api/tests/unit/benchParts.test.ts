import { createPartTaker } from '../../bench/parts.ts';
import { report } from '../../bench/report.ts';
import { takeJob, type Job } from '../../bench/takeJob.ts';

describe('The bench', () => {
  const quietly = () => undefined;

  test('keeps the figures of the other parts when one fails, and names it', async () => {
    const said: string[] = [];
    const taker = createPartTaker(new AbortController().signal, (line) => void said.push(line));
    const failing = () => Promise.reject(new Error('no job'));
    expect(await taker.take('reads', () => Promise.resolve([1]))).toEqual([1]);
    expect(await taker.take('purchases at 8 connections', failing)).toBeUndefined();
    expect(await taker.take('workers', () => Promise.resolve([2]))).toEqual([2]);
    const failures = [{ part: 'purchases at 8 connections', reason: 'no job' }];
    expect(taker.failures).toEqual(failures);
    expect(said).toEqual([expect.stringContaining('purchases at 8 connections: failed')]);
  });

  test('names failed parts in its report', () => {
    const text = report({
      date: '2026-01-01',
      machine: { cores: 2, processor: '', memoryGiB: 1, system: '', node: '', postgres: '' },
      load: { before: 0, after: 0 },
      products: 1,
      failures: [{ part: 'promises', reason: 'no job' }],
    });
    expect(text).toContain('Failed\n  promises: no job');
  });

  test('stops all parts when it is interrupted', async () => {
    const interrupted = new AbortController();
    const taker = createPartTaker(interrupted.signal, quietly);
    const part = () => {
      interrupted.abort(new Error('ended by SIGINT'));
      return Promise.reject(new Error('connection lost'));
    };
    await expect(taker.take('reads', part)).rejects.toThrow('ended by SIGINT');
    expect(taker.failures).toEqual([]);
  });
});

describe('The floor', () => {
  test('waits for its job until another purchase commits, not for a number of polls', async () => {
    let looks = 0;
    const look = () => Promise.resolve(++looks > 120 ? [{ id: '7' }, { id: '8' }] : []);
    const taken: Job[] = [];
    expect(await takeJob(taken, look)).toBe('7');
    expect(taken).toEqual([{ id: '8' }]);
    expect(await takeJob(taken, look)).toBe('8');
    expect(looks).toBe(121);
  });

  test('finds the job that another one has claimed for it meanwhile', async () => {
    const taken: Job[] = [];
    const searching = takeJob(taken, () => Promise.resolve([]));
    setTimeout(() => taken.push({ id: '9' }), 50);
    expect(await searching).toBe('9');
  });

  test('fails with a message when there is none', async () => {
    const none = takeJob([], () => Promise.resolve([]), 50);
    await expect(none).rejects.toThrow('The floor finds no job in its queue');
  });
});
