import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { apiRoot } from '../../src/config/paths.ts';

/** Runs JavaScript in a process that is managed, with its `lifecycle` at hand. */
async function runManaged(script: string) {
  const code = `
    import { manageLifecycle } from '${apiRoot}src/processes/childProcess.ts';
    import { createLogger } from '${apiRoot}src/utils/logger.ts';
    const drain = async () => console.log('drained');
    const lifecycle = manageLifecycle(createLogger({ level: 'info', format: 'json' }), drain);
    setInterval(() => {}, 1000);
    ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [[exitCode], output] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  return { exitCode: exitCode as unknown, output };
}

const GONE = 'The database is gone; this process ends, to be started again';

test('a process whose queue has lost the database says so, drains, and ends as a failure', async () => {
  const { exitCode, output } = await runManaged('lifecycle.databaseLost();');
  expect(output).toMatch(new RegExp(`"message":"${GONE}"[^]*drained`));
  expect(exitCode).toBe(1);
});

test('nothing of it is said of a queue that stops because the process drains', async () => {
  const { exitCode, output } = await runManaged(`
    lifecycle.end('asked to');
    lifecycle.databaseLost();`);
  expect(output).toBe('drained\n');
  expect(exitCode).toBe(0);
});

test('an error that the lost database threw at nobody is told plainly, without a stack', async () => {
  const { exitCode, output } = await runManaged(`
    Promise.reject(Object.assign(new Error('the server ended it'), { code: '57P01' }));`);
  expect(JSON.parse(output)).toMatchObject({ message: GONE, reason: 'the server ended it' });
  expect(output).not.toContain(' at ');
  expect(exitCode).toBe(1);
});
