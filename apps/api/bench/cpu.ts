import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { layoutOf } from '../src/db/embedded/dataFolder.ts';
import { findPostmaster } from '../src/db/embedded/postmaster.ts';
import type { Role } from './agents.ts';
import { sum } from './stats.ts';
import type { Stage } from './stage.ts';

/** Milliseconds of CPU in a span of time, by process; PostgreSQL and others only on Linux. */
export interface CpuUse extends Record<Role, number> {
  /** Of each HTTP worker. */
  httpWorkers: number[];
  PostgreSQL: number;
  bench: number;
  /** All other processes on this machine. */
  others: number;
}

/** Linux counts a process's time in ticks, 100 a second on every current platform. */
const TICK_MS = 10;

/** Starts a measurement. @returns a function that ends it. */
export async function startCpuMeter(stage: Stage): Promise<() => Promise<CpuUse>> {
  const before = await readCpu(stage);
  return async () => {
    const after = await readCpu(stage);
    const since = (who: keyof Omit<CpuUse, 'httpWorkers'>) => after[who] - before[who];
    return {
      'HTTP worker': since('HTTP worker'),
      httpWorkers: after.httpWorkers.map((ms, index) => ms - (before.httpWorkers[index] ?? 0)),
      'job worker': since('job worker'),
      sandbox: since('sandbox'),
      primary: since('primary'),
      PostgreSQL: since('PostgreSQL'),
      bench: since('bench'),
      // Ticks are coarse, and the two readings are not simultaneous.
      others: Math.max(0, since('others')),
    };
  };
}

async function readCpu({ agents, postgresFolder }: Stage): Promise<CpuUse> {
  const ofRole = async (role: Role) => agents.one(role).ask('cpu');
  const { user, system } = process.cpuUsage();
  const httpWorkers = await Promise.all(
    agents.all('HTTP worker').map((worker) => worker.ask('cpu')),
  );
  const own = {
    'HTTP worker': sum(httpWorkers),
    'job worker': await ofRole('job worker'),
    sandbox: await ofRole('sandbox'),
    primary: await ofRole('primary'),
    PostgreSQL: postgresCpu(postgresFolder),
    bench: (user + system) / 1000,
  };
  return { ...own, httpWorkers, others: busyMs() - sum(Object.values(own)) };
}

/** Of the whole machine. */
function busyMs(): number {
  return sum(cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq));
}

/** The postmaster, its children, and those of its children that have ended. */
function postgresCpu(folder: string): number {
  const postmaster = findPostmaster(layoutOf(folder));
  if (!postmaster || process.platform !== 'linux') return NaN;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return (
    TICK_MS *
    sum(
      processes.map((pid) => {
        const stat = statOf(pid);
        if (Number(pid) === postmaster.pid) return stat.own + stat.ofDead;
        return stat.parent === postmaster.pid ? stat.own : 0;
      }),
    )
  );
}

/** See proc_pid_stat(5); the name of the program, in parentheses, may contain anything. */
function statOf(pid: string) {
  const text = readIfAlive(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3] ?? 0);
  return { parent: field(4), own: field(14) + field(15), ofDead: field(16) + field(17) };
}

function readIfAlive(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
