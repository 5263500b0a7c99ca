import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config/paths.ts';
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { dropPictureJobs } from '../helpers/pictureJobs.ts';
import { startShop, type RunningShop } from '../helpers/shop.ts';

// The tours of the README are what a newcomer runs first, so this test runs them literally, in one shell.

jest.setTimeout(240_000);

const folder = mkdtempSync(path.join(tmpdir(), 'cartwright-tour-'));
let database: TestDatabase;
let shop: RunningShop;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  // Other tests start the shop's own PostgreSQL, and hash passwords at their cost.
  database = await createTestDatabase();
  const quick = { DATABASE_URL: database.url, NODE_ENV: 'test' };
  shop = await startShop(folder, { DEMO_SEED: 'true', ...quick });
  await dropPictureJobs(database.url);
});
afterAll(async () => {
  await shop.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Step {
  command: string;
  /** The output that the README shows; "…" matches anything on that line. */
  prints: string;
}

function stepsOfTour(): Step[] {
  const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
  const tours = [...readme.matchAll(/<!-- tour -->([^]*?)<!-- \/tour -->/g)].map(
    ([, tour]) => tour,
  );
  const blocks = tours.join('').matchAll(/^```sh\n([^]*?)^```(?:\n\n```text\n([^]*?)^```)?/gm);
  return [...blocks].map(([, command = '', prints = '']) => ({ command, prints }));
}

/** Maps the README's addresses to this shop's, which has free ports, and its files to where they are. */
function addresses(): Record<string, string> {
  const { mailUrl = '' } = shop.log.find(({ message }) => message === 'The shop is open') as {
    mailUrl?: string;
  };
  return {
    'http://localhost:3000': shop.base,
    'http://localhost:3003': mailUrl,
    // The tour is run in the data folder, a reader runs it in the repository.
    '.data/': '',
    'docs/images/': path.join(projectRoot, 'docs/images/'),
  };
}

/** Runs all steps in one shell. @returns what each of them has printed. */
async function run(steps: readonly Step[]): Promise<string[]> {
  const END_OF_STEP = '\u001E';
  let script = ['set -eu', ...steps.map(({ command }) => `${command}printf '${END_OF_STEP}'`)].join(
    '\n',
  );
  for (const [usual, ours] of Object.entries(addresses())) script = script.replaceAll(usual, ours);
  const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    cwd: folder,
    env: { PATH },
    timeout: 200_000,
  });
  return stdout.split(END_OF_STEP).slice(0, -1);
}

test('the tours of the README print what the README says', async () => {
  const steps = stepsOfTour();
  expect(steps.length).toBeGreaterThan(12);
  const printed = await run(steps);
  const literally = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = (text: string) =>
    new RegExp(`^${text.split('…').map(literally).join('.+')}$`, 'u');
  expect(printed).toHaveLength(steps.length);
  for (const [index, { prints }] of steps.entries()) {
    expect(printed[index]).toMatch(pattern(prints));
  }
});

test('the tours need nothing but bash, curl and Node.js', () => {
  const commands = stepsOfTour().map(({ command }) => command);
  expect(commands.join('\n')).not.toMatch(/\b(jq|python|perl|openssl|uuidgen)\b/);
});
