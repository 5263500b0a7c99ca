import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { apiRoot } from '../../src/config/paths.ts';

test('A process loads zod with its English messages alone', async () => {
  const script = `
    const { loadZodInEnglish } = await import('./src/processes/zodInEnglish.ts');
    await loadZodInEnglish();
    const { z } = await import('zod');
    const [issue] = z.string().safeParse(1).error.issues;
    console.log(JSON.stringify({ locales: Object.keys(z.locales), message: issue.message }));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: path.resolve(apiRoot),
  });
  expect(JSON.parse(stdout)).toEqual({
    locales: [],
    message: 'Invalid input: expected string, received number',
  });
});
