import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EnvironmentError } from '../../utils/environmentError.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The superuser of the embedded server, and the shop's database. */
export const DATABASE_NAME = 'cartwright';

/** The environment of PostgreSQL's programs, without our secrets and locales. */
export const postgresEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
};

const settings = z.object({ port: z.number(), password: z.string() });

/** The settings that the server keeps between starts; only their owner may read the file (0600). */
export type ServerSettings = z.output<typeof settings>;

/** The paths in the folder of an embedded server. */
export function layoutOf(folder: string) {
  return {
    folder,
    data: path.join(folder, 'data'),
    log: path.join(folder, 'postgres.log'),
    lock: path.join(folder, 'lock'),
    settings: path.join(folder, 'server.json'),
  };
}
export type Layout = ReturnType<typeof layoutOf>;

/** Reads the stored port and password, or generates them for a new server. */
export async function loadSettings(layout: Layout): Promise<ServerSettings> {
  if (existsSync(layout.settings)) {
    return settings.parse(JSON.parse(await readFile(layout.settings, 'utf8')));
  }
  if (existsSync(layout.data)) {
    throw new EnvironmentError(
      `The password of the embedded PostgreSQL is lost: ${layout.settings} is missing beside its data. ` +
        `Restore it, or remove ${layout.folder} to start with an empty shop.`,
    );
  }
  return { port: 0, password: randomBytes(24).toString('base64url') };
}

/**
 * Stores port and password; replaced in one step, so that a crash leaves the old file or the new
 * one.
 */
export async function saveSettings(layout: Layout, value: ServerSettings): Promise<void> {
  const draft = `${layout.settings}.new`;
  await writeFile(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  await rename(draft, layout.settings);
}

/**
 * Creates the data directory under a temporary name and renames it when it is complete, so that an
 * interrupted `initdb` leaves nothing that looks like a database.
 */
export async function initialise(
  layout: Layout,
  password: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const draft = `${layout.data}.new`;
  const passwordFile = `${layout.data}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.owner) {
    await chown(draft, account.owner.uid, account.owner.gid);
    await chown(passwordFile, account.owner.uid, account.owner.gid);
  }
  try {
    await runInitdb(draft, passwordFile, binaries, account, durable);
    await rename(draft, layout.data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function runInitdb(
  draft: string,
  passwordFile: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  // PostgreSQL's own C.UTF-8 sorts and folds alike on every system, whatever locales it has.
  const [command = '', ...args] = [
    ...account.prefix,
    binaries.initdb,
    `--pgdata=${draft}`,
    `--username=${DATABASE_NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawn(command, args, {
    ...account.spawnOptions,
    cwd: '/',
    env: postgresEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) {
    throw new EnvironmentError(
      `PostgreSQL’s initdb failed:\n${Buffer.concat(output).toString().trim()}`,
    );
  }
}
