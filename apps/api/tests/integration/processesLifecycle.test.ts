import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { apiRoot } from '../../src/config/paths.ts';

const ODD = `Object.assign(new Error('odd'), { code: 'E_ODD', rawPacket: 'a secret' })`;
const [THROWN, REJECTED] = [`setTimeout(() => { throw ${ODD}; })`, `Promise.reject(${ODD})`];

/** Runs JavaScript in a process that is managed, with its `lifecycle` at hand. */
async function runManaged(script: string, isPrimary = false) {
  const code = `
    import { manageLifecycle } from '${apiRoot}src/processes/childProcess.ts';
    import { continueAfterUnexpected } from '${apiRoot}src/processes/unexpected.ts';
    import { createLogger } from '${apiRoot}src/utils/logger.ts';
    const drain = async () => console.log('drained');
    const logger = createLogger({ level: 'info', format: 'json' });
    ${isPrimary ? `continueAfterUnexpected(logger);` : `const lifecycle = manageLifecycle(logger, drain);`}
    setInterval(() => {}, 1000);
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[exitCode], output] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  return { exitCode: exitCode as unknown, output };
}

const GONE = 'The database connection is lost. The process ends and is restarted.';

test('a process whose queue has lost the database says so, drains, and ends as a failure', async () => {
  const { exitCode, output } = await runManaged('lifecycle.databaseLost();');
  expect(output).toMatch(new RegExp(`"message":"${GONE}"[^]*drained`));
  expect(exitCode).toBe(1);
});

test('a queue that stops because the process drains is not reported', async () => {
  const { exitCode, output } = await runManaged(`
    lifecycle.end('asked to');
    lifecycle.databaseLost();`);
  expect(output).toBe('drained\n');
  expect(exitCode).toBe(0);
});

test('an uncaught error of the lost database is reported without a stack', async () => {
  const { exitCode, output } = await runManaged(`
    Promise.reject(Object.assign(new Error('the server ended it'), { code: '57P01' }));`);
  expect(JSON.parse(output)).toMatchObject({ message: GONE, reason: 'the server ended it' });
  expect(output).not.toContain(' at ');
  expect(exitCode).toBe(1);
});

test.each([THROWN, REJECTED])('a worker logs an unexpected error and ends: %s', async (odd) => {
  const { exitCode, output } = await runManaged(odd);
  expect(JSON.parse(output)).toMatchObject({
    message: 'Unexpected error. The process ends.',
    error: { name: 'Error', code: 'E_ODD', message: 'odd', stack: expect.any(String) },
  });
  expect(output).not.toContain('a secret');
  expect(exitCode).toBe(1);
});

test.each([THROWN, REJECTED])('a primary logs one and continues: %s', async (odd) => {
  const { exitCode, output } = await runManaged(
    `${odd}; setTimeout(() => process.exit(7), 500);`,
    true,
  );
  expect(JSON.parse(output)).toMatchObject({
    message: 'Unexpected error. The primary continues.',
    error: { name: 'Error', code: 'E_ODD', message: 'odd', stack: expect.any(String) },
  });
  expect(output).not.toContain('a secret');
  expect(exitCode).toBe(7);
});
