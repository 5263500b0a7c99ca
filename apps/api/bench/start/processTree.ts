import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux reports it, see proc_pid_stat(5) and proc_pid_status(5). */
interface ProcessFigures {
  readonly pid: number;
  /** Milliseconds of CPU since its start, user and system. */
  readonly cpuMs: number;
  /** Resident memory, including the program's file, which processes share; MiB. */
  readonly rssMiB: number;
  readonly command: string;
}

/** Linux counts a process's time in ticks, 100 a second on every current platform. */
const TICK_MS = 10;

/** @throws when the process is gone, or this is not Linux. */
export function figuresOf(pid: number): ProcessFigures {
  const stat = statFields(pid);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    pid,
    cpuMs: TICK_MS * (Number(stat[11]) + Number(stat[12])),
    rssMiB: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024,
    command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
  };
}

/** The ids of a process and its descendants. */
export function treeOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), Number(statFields(Number(name))[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree;
}

/** From the state on: the name before it, in parentheses, may contain anything. */
function statFields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
