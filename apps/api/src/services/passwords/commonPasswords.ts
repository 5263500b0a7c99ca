import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { apiRoot } from '../../config/paths.ts';
import { foldedPassword } from '../../utils/normalPassword.ts';

/** 10,000 of at least 12 characters, a line each (docs/dependencies.md says from where). */
export const commonPasswordsFile = path.join(apiRoot, 'assets/passwords/common.txt.br');

/** One text of 140 kB: searching it takes microseconds, and a Set of its lines ten times the memory. */
let loading: Promise<string> | undefined;

/** Whether the password, in any case, is among the most common ones. */
export async function isCommonPassword(password: string): Promise<boolean> {
  loading ??= load();
  return (await loading).includes(`\n${foldedPassword(password)}\n`);
}

async function load(): Promise<string> {
  const text = await promisify(brotliDecompress)(await readFile(commonPasswordsFile));
  return `\n${text.toString()}\n`;
}
