import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationTable, envExample } from '../../src/config/documentation.ts';
import { loadConfig } from '../../src/config/index.ts';
import { projectRoot } from '../../src/config/paths.ts';
import { docOf, environment } from '../../src/config/schema.ts';

const names = Object.keys(environment.shape);

test.each(names)('%s is documented', (name) => {
  expect(docOf(name).description).toMatch(/\.$/);
});

test('every example is valid', () => {
  const examples = names
    .filter((name) => name !== 'NODE_ENV')
    .map((name) => [name, docOf(name).example]);
  expect(() => loadConfig(Object.fromEntries(examples))).not.toThrow();
});

test('.env.example is up to date (npm run config:docs)', () => {
  expect(readFileSync(path.join(projectRoot, '.env.example'), 'utf8')).toBe(envExample());
});

test('the table in the README is up to date', () => {
  const readme = path.join(projectRoot, 'README.md');
  const cells = (text: string) => text.replaceAll(/ {2,}|-{3,}/g, ' ');
  const text = existsSync(readme) ? cells(readFileSync(readme, 'utf8')) : '';
  for (const row of configurationTable().split('\n').slice(2)) expect(text).toContain(cells(row));
});
