import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentError } from '../../utils/environmentError.ts';

/** How to run PostgreSQL's programs: under which account, and through which command, if any. */
export interface Account {
  /** The owner of the data; undefined when it is this process's own account. */
  owner?: { uid: number; gid: number };
  spawnOptions: { uid?: number; gid?: number };
  /** Words before the program's name in the command line. */
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of the data, else as
 * `postgres`, else as `nobody`; no account is created on the host. Such an account may not be able
 * to enter the project's folder (a clone in /root, mode 700). Util-linux' `setpriv` then passes on
 * root's right to traverse directories.
 * @param needed paths that PostgreSQL must reach.
 * @throws when it cannot reach them, saying what to do.
 */
export function chooseAccount(dataDir: string, needed: readonly string[]): Account {
  if (process.getuid?.() !== 0) return { spawnOptions: {}, prefix: [] };
  const owner = ownerOf(dataDir) ?? idsOf('postgres') ?? idsOf('nobody');
  if (!owner) throw new EnvironmentError(`PostgreSQL refuses to run as root. ${whatToDo}`);
  const barrier = needed.map((file) => findBarrier(file, owner)).find((dir) => dir !== undefined);
  if (barrier === undefined) return { owner, spawnOptions: owner, prefix: [] };
  const prefix = setprivPrefix(owner);
  if (spawnSync('setpriv', [...prefix.slice(1), 'true']).status === 0) {
    return { owner, spawnOptions: {}, prefix };
  }
  throw new EnvironmentError(
    `PostgreSQL refuses to run as root, and the account it would run as may not enter ${barrier}. ` +
      `Allow it with chmod o+x ${barrier}, or move the project elsewhere. Or: ${whatToDo}`,
  );
}

const whatToDo = 'Start as an ordinary user, or set DATABASE_URL to your own PostgreSQL.';

function ownerOf(dataDir: string): Account['owner'] {
  if (!existsSync(dataDir)) return undefined;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}

function idsOf(user: string): Account['owner'] {
  const id = (option: string) =>
    Number(execFileSync('id', [option, user], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** The nearest folder above `file` that the account may not traverse. */
function findBarrier(file: string, { uid, gid }: { uid: number; gid: number }): string | undefined {
  for (let dir = path.dirname(file); ; dir = path.dirname(dir)) {
    const { mode, uid: owner, gid: group } = statSync(dir);
    const execute = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return dir;
    if (dir === path.dirname(dir)) return undefined;
  }
}

function setprivPrefix({ uid, gid }: { uid: number; gid: number }): string[] {
  return [
    'setpriv',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
}
