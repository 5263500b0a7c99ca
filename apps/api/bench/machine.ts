import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Pool } from 'pg';

/** The hardware and software of the measurement; nothing that identifies the machine. */
export interface Machine {
  cores: number;
  processor: string;
  memoryGiB: number;
  system: string;
  node: string;
  postgres: string;
}

export async function describeMachine(pool: Pool): Promise<Machine> {
  const { rows } = await pool.query<{ server_version: string }>('SHOW server_version');
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    postgres: rows[0]?.server_version ?? 'unknown',
  };
}

/** Processes that ran or wanted to, averaged over the last minute. */
export function loadOfLastMinute(): number {
  return loadavg()[0] ?? NaN;
}
