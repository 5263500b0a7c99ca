import { readFile } from 'node:fs/promises';
import path from 'node:path';

const read = (file: string) => readFile(path.resolve(import.meta.dirname, '..', file), 'utf8');

test('the purchase in the README is the compiled and tested one, in under 30 lines', async () => {
  const [, code] = /^## A purchase$.*?^```ts\n(.*?)^```$/ms.exec(await read('README.md')) ?? [];
  expect(code).toBe(await read('examples/purchase.ts'));
  expect(code?.trimEnd().split('\n').length).toBeLessThan(30);
});
