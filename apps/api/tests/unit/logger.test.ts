import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { apiRoot } from '../../src/config/paths.ts';

/** Runs JavaScript with a `logger`. @returns the lines that it has logged. */
async function logged(format: 'json' | 'pretty', script: string): Promise<string[]> {
  const code = `
    import { createLogger } from '${apiRoot}src/utils/logger.ts';
    const logger = createLogger({ level: 'info', format: '${format}' });
    const broken = Object.assign(new Error('Parse Error'), {
      code: 'HPE_CLOSED_CONNECTION',
      rawPacket: Buffer.from('Authorization: Bearer GuessMe'),
      note: 'GuessMe',
    });
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [, output] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  return output.trimEnd().split('\n');
}

const WAYS = `
  logger.error('It broke', { error: broken });
  logger.error(broken);
  logger.error('It broke:', broken);
  logger.log({ level: 'error', message: broken });`;

test.each(['json', 'pretty'] as const)(
  'the %s log has the code and stack of an error, and none of its other properties',
  async (format) => {
    const output = (await logged(format, WAYS)).join('\n');
    for (const part of ['Parse Error', 'HPE_CLOSED_CONNECTION', '[eval1]']) {
      expect(output.split(part).length).toBeGreaterThan(4);
    }
    expect(output).not.toMatch(/GuessMe|rawPacket|note/);
  },
);

const TOO_MUCH = `
  const long = '\\u0001'.repeat(650_000);
  const wide = Object.fromEntries(Array.from({ length: 200 }, (_, i) => ['k' + i, long]));
  logger.error(long);
  logger.error('Wide', { wide, long, list: Array(1000).fill(wide), error: new Error(long) });`;

test('every line of the log has a limited length', async () => {
  const lines = await logged('pretty', TOO_MUCH);
  expect(lines.map((line) => line.length < 17_000)).toEqual([true, true]);
});

test('a shortened line of JSON is valid JSON', async () => {
  const lines = await logged('json', TOO_MUCH);
  expect(lines.map((line) => line.length < 17_000)).toEqual([true, true]);
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ level: 'error', leftOut: expect.any(String) }),
    expect.objectContaining({ message: 'Wide', timestamp: expect.any(String) }),
  ]);
});
