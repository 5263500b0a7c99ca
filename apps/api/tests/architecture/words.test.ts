import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');

/** Phrases that are not used, each with what to write instead. */
const phrases: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\b(?:no|any|some|every)body\b/i, 'no one, anyone, someone, everyone'],
  [/\bwhoever\b/i, 'anyone who, or name the actor'],
  [
    /\b(?:let|lets|letting) go\b/i,
    'release (stock, credit), void (an authorization), close (an order)',
  ],
  [/\bin vain\b/i, 'without success, or "failed attempts"'],
  [/\b(?:take|takes|taken|took) note\b/i, 'record'],
  [/\b(?:ha(?:s|ve) become|becomes?|became) of\b/i, 'the outcome or status of'],
  [/\banew\b/i, 'again'],
  [/\b(?:is|was|been) away\b/i, 'unavailable, down'],
  [/\bsees to\b/i, 'ensures, handles'],
  [/\b(?:brings?|brought) on\b/i, 'resume'],
  [/\bask(?:s|ed)? after\b/i, 'ask for the status of'],
  [/\b(?:wish|wishes|hopeless)\b/i, 'selection, unrecoverable'],
  [/\bof (?:its|their) own\b/i, 'its own, separate'],
  [/\bone after the other\b/i, 'one after another'],
  [/\ball the same\b/i, 'nevertheless, still'],
  [/\b(?:hear|hears|heard|news) of\b/i, 'receive, record; webhook, notification'],
  [/\blook(?:s|ed)? after\b/i, 'check, manage'],
  [/\b(?:put|puts|putting) right\b/i, 'repair, fix'],
  [/\b(?:give|gives|gave|given) back\b/i, 'release (stock, credit), refund (money), return'],
  [/\bany more(?! than\b| \w+s\b)/i, 'no longer'],
  [/\b(?:be|is|are|was) of no use\b/i, 'cannot be used, does not help'],
  [/\bha(?:s|ve) (?:its|their) turn\b/i, 'runs next, follows'],
  [/\b(?:is|are) done with\b/i, 'is closed, is complete'],
  [/\bgiven up by\b/i, 'discarded by, abandoned by'],
  [/\bunder way\b/i, 'pending, in progress'],
  [/\b(?:the|our|own|shop['’]s|provider['’]s) books\b/i, 'ledger, payments, records'],
  [/\b[a-z]+Books\b/, 'Ledger, Payments, Records'],
  [/\bfrom elsewhere\b/i, 'foreign, of another origin'],
];

/** The folders of apps/api whose words are checked. */
const folders = ['src', 'tests', 'bench', 'chaos', 'load-tests', 'examples', 'scripts'];

/** Where a phrase is a name (an account of the system) or is quoted as what not to write. */
const exceptions = [
  'apps/api/src/db/embedded/account.ts',
  'apps/api/tests/architecture/words.test.ts',
  'docs/guides/contributing.md',
  'docs/glossary.md',
];

const files = execFileSync(
  'git',
  [
    'ls-files',
    'README.md',
    'CHANGELOG.md',
    'docs',
    '.ci',
    '.github',
    ...folders.map((folder) => `apps/api/${folder}`),
    'packages',
  ],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(?:[mc]?[jt]s|md|ya?ml|html|prisma)$|^\.ci\//.test(file))
  .filter((file) => !/generated\/|fixtures\/|openapi/.test(file))
  .filter((file) => !exceptions.includes(file));

test('The sources, documents and messages use the terms of docs/glossary.md', () => {
  expect(files.length).toBeGreaterThan(1000);
  const found = files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        phrases
          .filter(([phrase]) => phrase.test(line))
          .map(([phrase, instead]) => {
            const used = phrase.exec(line)?.[0];
            return `${file}:${index + 1} says "${used}"; write: ${instead} (see docs/glossary.md)`;
          }),
      ),
  );
  expect(found).toEqual([]);
});
