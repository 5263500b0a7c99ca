import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const generate = path.resolve(import.meta.dirname, '../scripts/generate.ts');

test('the checked-in types match the OpenAPI document', async () => {
  const run = promisify(execFile)(process.execPath, [generate, '--check']);
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
