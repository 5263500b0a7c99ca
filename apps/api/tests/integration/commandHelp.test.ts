import { runEntry } from '../helpers/entry.ts';

jest.setTimeout(30_000);

test.each([
  ['chaos', 'chaos/main.ts'],
  ['ports:fuzz', 'chaos/ports/main.ts'],
  ['bench', 'bench/main.ts'],
  ['bench:start', 'bench/start/main.ts'],
  ['bench:size', 'bench/size/main.ts'],
])('npm run %s explains its options, and begins nothing with a wrong one', async (name, entry) => {
  const [help, wrong] = await Promise.all([
    runEntry(entry, { args: ['--help'] }),
    runEntry(entry, { args: ['--bogus'] }),
  ]);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(new RegExp(`^Usage: npm run ${name} `));
  expect(wrong).toMatchObject({ code: 64, stdout: '' });
  expect(wrong.stderr).toMatch(
    new RegExp(`^Unknown option '--bogus'[^]*\nUsage: npm run ${name} `),
  );
});
