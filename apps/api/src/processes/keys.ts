import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import {
  developmentKeysSchema,
  newDevelopmentKeys,
  type DevelopmentKeys,
} from '../config/developmentKeys.ts';
import { loadConfig, type Config, type LoadOptions } from '../config/index.ts';
import type { RawEnvironment } from '../config/source.ts';
import { prepareDataDir } from '../db/embedded/dataDir.ts';
import { withFileLock } from '../db/embedded/fileLock.ts';
import { errorCode } from '../utils/errorCode.ts';
import { StartupError } from './fail.ts';

const LOCK_MS = 10_000;

/** An older version has written fewer. */
const knownKeysSchema = developmentKeysSchema.partial();

/** The file of a data folder's keys, readable for its owner only. */
export function keysFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return path.join(dataDir, 'keys.json');
}

/**
 * The configuration of a serving process: under development with the keys of its data folder, which
 * are generated at the first start. All processes on that folder share them.
 * @throws {ConfigError}
 * @throws {StartupError} when the file of the keys is damaged.
 */
export async function loadConfigWithKeys(
  env?: RawEnvironment,
  options: LoadOptions = {},
): Promise<Config> {
  const config = loadConfig(env, options);
  if (config.isProduction) return config;
  return loadConfig(env, { ...options, keys: await openKeys(config) });
}

/**
 * The keys of the data folder. Those that it lacks are generated: all at the first start, and new
 * ones after an update.
 */
export async function openKeys(config: Pick<Config, 'dataDir'>): Promise<DevelopmentKeys> {
  const known = completeKeys(config);
  if (known) return known;
  prepareDataDir(config.dataDir);
  const file = keysFile(config);
  // Processes that start at the same time generate them once.
  return withFileLock(`${file}.lock`, LOCK_MS, () =>
    Promise.resolve(completeKeys(config) ?? write(file, readKeys(config) ?? newDevelopmentKeys())),
  );
}

/**
 * The keys of the data folder, if there are any; random ones in place of those that it lacks.
 * @throws {StartupError} when they are damaged.
 */
export function readKeys(config: Pick<Config, 'dataDir'>): DevelopmentKeys | undefined {
  const known = readFile(config);
  return known && developmentKeysSchema.parse({ ...newDevelopmentKeys(), ...known });
}

/** The keys of the data folder, if it lacks none. */
function completeKeys(config: Pick<Config, 'dataDir'>): DevelopmentKeys | undefined {
  return developmentKeysSchema.safeParse(readFile(config)).data;
}

function readFile(config: Pick<Config, 'dataDir'>): z.output<typeof knownKeysSchema> | undefined {
  const file = keysFile(config);
  try {
    return knownKeysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const advice =
      code === undefined
        ? 'is damaged. Restore it from a backup. Without one, delete it: the next start generates new keys, and secrets that the database keeps encrypted are lost.'
        : `cannot be read (${code}). Let the user who runs this read it: the database has secrets that only its keys decrypt.`;
    throw new StartupError(`${file} ${advice}`);
  }
}

function write(file: string, keys: DevelopmentKeys): DevelopmentKeys {
  writeFileSync(`${file}.tmp`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
  return keys;
}
