import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../src/config/paths.ts';
import { readArguments, UsageError } from '../src/processes/commandLine.ts';
import { runMain } from '../src/processes/fail.ts';
import { documentStatements } from './newDomain/documentStatements.ts';
import { areas, freePrefix, namesOf, problemWith } from './newDomain/names.ts';
import { registerDomain } from './newDomain/registerDomain.ts';
import { writeTemplates } from './newDomain/writeTemplates.ts';

const USAGE = `Usage: npm run new:domain -- NAME [options]

Writes a small domain that works: a table with its migration, routes, a service, an event, a job, a
mail, a method of the SDK, and tests of all of them. It is listed in domains/domains.ts and
domains/wiring.ts, and constructed in a part of the container. Then make it yours.

  NAME             its stem, a plural in camelCase: reviews, wishLists
  --singular NAME  what one of them is called (default: NAME without its plural's ending)
  --area NAME      the part of the container that makes its service: ${areas.join(', ')}
                   (default: engagement)
  --no-record      leaves out the examples of the API document, which take a shop to record
`;

await runMain(async () => {
  const { values, positionals } = readArguments(USAGE, {
    allowPositionals: true,
    allowNegative: true,
    options: {
      singular: { type: 'string' },
      area: { type: 'string', default: 'engagement' },
      record: { type: 'boolean', default: true },
    },
  });
  const [stem = ''] = positionals;
  if (positionals.length !== 1) throw new UsageError('Give one name.', USAGE);
  const names = namesOf(stem, values.singular);
  const problem = problemWith(names, values.area);
  if (problem !== undefined) throw new UsageError(problem, USAGE);
  const written = await writeTemplates(names, freePrefix(names.singular));
  const edited = await registerDomain(names, values.area);
  await documentStatements(names);
  const format = ['prettier', '--write', '--ignore-unknown', '--log-level', 'warn'];
  run('npx', ...format, ...written, ...edited);
  run(process.execPath, 'apps/api/scripts/generateClient.mjs');
  if (values.record) run('npm', 'run', '--silent', 'openapi:examples');
  run('npm', 'run', '--silent', 'openapi');
  run('npm', 'run', '--silent', 'generate', '-w', 'packages/sdk');
  process.stdout.write(`Written:\n${list(written)}\nEdited:\n${list(edited)}\n`);
});

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd: projectRoot, stdio: 'inherit' });
}

function list(files: readonly string[]): string {
  return files.map((file) => `  ${path.relative(projectRoot, file)}`).join('\n');
}
