import { execFileSync, spawnSync } from 'node:child_process';
import { projectRoot } from '../src/config/paths.ts';
import { writeOut } from '../src/utils/logger.ts';
import { patternsFor } from './testPatterns.ts';

// Runs the tests of the changes since another branch (by default main): every test without a database,
// and those with one that are named like a changed file. Further arguments go to Jest.
const [base = 'main', ...rest] = process.argv.slice(2);
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).split('\n').filter(Boolean);

const [since = base] = git('merge-base', base, 'HEAD');
const changed = [
  ...git('diff', '--name-only', since),
  ...git('ls-files', '--others', '--exclude-standard'),
];
const { patterns, untested } = patternsFor(
  changed,
  git('ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts'),
);
if (untested.length > 0) {
  writeOut(`No test is named like these; \`npm test\` runs all:\n  ${untested.join('\n  ')}\n`);
}
const jest = ['run', '-s', 'jest', '--', '--testPathPatterns', ...patterns, ...rest];
const { status } = spawnSync('npm', jest, { cwd: projectRoot, stdio: 'inherit' });
process.exitCode = status ?? 1;
