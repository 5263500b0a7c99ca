import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { createLogger } from '../../src/utils/logger.ts';

const module = path.resolve(import.meta.dirname, '../../src/utils/logger.ts');

/** Logs a hundred megabytes, and prints to the other output how many of them the process has buffered. */
const program = `
  import { setImmediate } from 'node:timers/promises';
  import { createLogger } from ${JSON.stringify(module)};
  const logger = createLogger({ level: 'info', format: 'json' });
  const text = 'x'.repeat(100_000);
  const before = process.memoryUsage().rss;
  for (let line = 0; line < 1000; line++) {
    logger.info(text + line);
    if (line % 50 === 0) await setImmediate();
  }
  process.stderr.write(String((process.memoryUsage().rss - before) / 1e6));
`;

const describeOnFullDisk = existsSync('/dev/full') ? describe : describe.skip;

describeOnFullDisk('A log whose disk is full', () => {
  test('does not buffer lines without a limit', () => {
    const fullDisk = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=64', '--input-type=module-typescript', '-e', program],
      { stdio: ['ignore', fullDisk, 'pipe'], encoding: 'utf8' },
    );
    closeSync(fullDisk);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^[\d.-]+$/) });
    expect(Number(stderr)).toBeLessThan(90);
  });
});

test('A log without buffered lines does not listen for the end of the process', () => {
  const before = process.listenerCount('exit');
  createLogger({ level: 'silent', format: 'json' });
  expect(process.listenerCount('exit')).toBe(before);
});
