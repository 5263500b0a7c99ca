import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectRoot } from '../src/config/paths.ts';
import { withTables } from './crashTables.ts';

// Writes the tables of documents that tests compare with the code: the steps of the crash tests into
// docs/testing.md, the statements of each request, by sending it, into docs/performance.md, and who may
// call which routes into docs/security/README.md.
const folder = path.join(projectRoot, 'apps/api/tests/crash');
const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
const sources = new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
const file = path.join(projectRoot, 'docs/testing.md');
const text = withTables(readFileSync(file, 'utf8'), sources);
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));

const TABLES = 'integration/(statements|accessMatrix|attackRoutes)';
const { status } = spawnSync(
  'npm',
  ['run', '-s', 'jest', '--', '--runInBand', '--testPathPatterns', TABLES],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_STATEMENTS: '1' },
  },
);
process.exitCode = status ?? 1;
