import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/config/paths.ts';
import { withDatabase } from '../helpers/testServer.ts';
import { freePrefix, namesOf, problemWith, renamer } from '../../scripts/newDomain/names.ts';

const MODULES = ['.', 'apps/api', 'packages/sdk'];
const LEFT_OUT = new Set(['node_modules', '.git', '.data', 'dist', 'coverage']);
const template = process.env['CARTWRIGHT_TEST_TEMPLATE'] ?? '';
let copy: string;

/** A copy of the repository, with the same packages. */
async function copyRepository(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-domain-'));
  const isKept = (file: string) => !LEFT_OUT.has(path.basename(file));
  await cp(projectRoot, folder, { recursive: true, filter: isKept });
  for (const place of MODULES) {
    const modules = path.join(projectRoot, place, 'node_modules');
    await symlink(modules, path.join(folder, place, 'node_modules')).catch(() => undefined);
  }
  return folder;
}

/** Runs a command in the copy. @throws with its output when it fails. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    // Its tests use the PostgreSQL of this run.
    env: { ...process.env, TEST_DATABASE_URL: withDatabase(template, 'postgres') },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(async () => {
  copy = await copyRepository();
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test('A new domain is complete, in new files and three existing ones, and passes all checks', async () => {
  const output = run('npm', 'run', '--silent', 'new:domain', '--', 'wishLists', '--no-record');
  const [written = '', edited = ''] = output.split('Edited:\n');
  expect(edited.trim().split(/\s+/)).toEqual([
    'apps/api/src/domains/domains.ts',
    'apps/api/src/domains/wiring.ts',
    'apps/api/src/containers/engagement.ts',
  ]);
  const files = written.split('\n').flatMap((line) => /^ {2}(.*\.ts)$/.exec(line)?.[1] ?? []);
  expect(files.length).toBeGreaterThanOrEqual(20);
  expect(files).toContain('packages/sdk/src/areas/wishLists.ts');
  for (const file of files) {
    expect(await readFile(path.join(copy, file), 'utf8')).not.toMatch(/[Ff]ield.?[Nn]ote|PREFIX/);
  }

  // TypeScript follows its imports, except for declarations of modules.
  const checked = {
    extends: './tsconfig.json',
    include: [...files, ...edited.trim().split(/\s+/), 'apps/api/src/*.d.ts'],
  };
  await writeFile(path.join(copy, 'tsconfig.domain.json'), JSON.stringify(checked));
  // Several checkers at a time would each check what all files share: 8 s of CPU instead of 3.
  run('npx', 'tsc', '-p', 'tsconfig.domain.json', '--singleThreaded');
  run('npx', 'oxlint', '--type-aware', '--deny-warnings', ...files);
  run('npx', 'prettier', '--check', ...files);
  run(
    'npm',
    'run',
    '--silent',
    'jest',
    '--',
    '--testPathPatterns',
    'tests/(unit|integration)/wishList|sdk/tests/wishList',
  );
}, 300_000);

describe('The name of a new domain', () => {
  test.each([
    ['news', 'new', 'engagement', /"new" is a word of JavaScript/],
    ['classes', 'class', 'engagement', /"class" is a word of JavaScript/],
    ['promises', 'promise', 'engagement', /uses the name "Promise"/],
    ['strings', 'string', 'engagement', /uses the name "String"/],
    ['contexts', 'context', 'engagement', /uses the name "Context"/],
    ['dateTimes', 'dateTime', 'engagement', /uses the name "DateTime"/],
    ['pages', 'page', 'engagement', /uses the name "page"/],
    ['', '', 'engagement', /"" is no name in camelCase/],
    ['Reviews', 'Review', 'engagement', /"Reviews" is no name in camelCase/],
    ['gift-lists', 'gift-list', 'engagement', /"gift-lists" is no name in camelCase/],
    ['media', 'media', 'engagement', /"media" is its own singular/],
    ['variants', 'variant', 'engagement', /Another domain has "variant"/],
    ['orderItems', 'orderItem', 'engagement', /Another domain has "orderItem"/],
    ['orders', 'anOrder', 'engagement', /a domain "orders" already/],
    ['wishLists', 'wishList', 'nope', /--area is one of .*engagement.*not "nope"/],
    ['wishLists', 'wishList', 'platform', /--area is one of/],
  ])('is refused before anything is written: %s, %s in %s', (plural, singular, area, problem) => {
    expect(problemWith({ plural, singular }, area)).toMatch(problem);
  });

  test('is accepted where it is unused', () => {
    expect(problemWith({ plural: 'giftLists', singular: 'giftList' }, 'sales')).toBeUndefined();
  });

  test('is a plural in camelCase, whose singular can be given', () => {
    expect(namesOf('reviews')).toEqual({ plural: 'reviews', singular: 'review' });
    expect(namesOf('countries').singular).toBe('country');
    expect(namesOf('addresses').singular).toBe('address');
    expect(namesOf('media', 'medium').singular).toBe('medium');
  });

  test('is spelled as each place requires', () => {
    const renamed = renamer({ plural: 'giftLists', singular: 'giftList' });
    expect(renamed('fieldNotes FieldNote field_notes field-notes "Field notes", field note')).toBe(
      'giftLists GiftList gift_lists gift-lists "Gift lists", gift list',
    );
  });

  test('determines a unique prefix of its ids', () => {
    expect(freePrefix('review')).toBe('rev');
    expect(freePrefix('order')).toBe('orde');
  });
});
