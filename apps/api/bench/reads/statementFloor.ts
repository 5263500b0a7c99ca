import { Pool, type QueryConfig } from 'pg';
import type { Process } from '../agents.ts';
import type { RecordedStatement } from '../recorder.ts';
import type { Reading } from './readers.ts';
import type { Subject } from './subjects.ts';

const POOL_SIZE = 10;

/** The statements that the shop sends for the subject's paths: one for each. */
export async function recordStatements(
  base: string,
  worker: Process,
  { name, paths }: Subject,
): Promise<QueryConfig[]> {
  await worker.ask('startRecording');
  for (const path of paths) await (await fetch(base + path)).arrayBuffer();
  // The pool closes connections that are idle for ten seconds: the first read opens one, and sets its limits.
  const isRead = ({ requestId, text }: RecordedStatement) => requestId && !text.startsWith('SET ');
  const sent = (await worker.ask('stopRecording')).filter(isRead);
  if (sent.length !== paths.length) {
    throw new Error(`${name}: ${sent.length} statements for ${paths.length} cold answers`);
  }
  return sent.map(({ text, values, name: statement }) => ({
    text,
    values,
    ...(statement !== undefined && { name: statement }),
  }));
}

/** The floor of a cold read: a bare script sends the prepared statements and reads their rows. */
export async function readBare(
  url: string,
  statements: readonly QueryConfig[],
  connections: number,
  ms: number,
): Promise<Reading> {
  const pool = new Pool({ connectionString: url, max: Math.min(POOL_SIZE, connections) });
  try {
    const times: number[] = [];
    let next = 0;
    const started = performance.now();
    const lane = async () => {
      while (performance.now() - started < ms) {
        const statement = statements[next++ % statements.length];
        if (!statement) return;
        const sent = performance.now();
        await pool.query(statement);
        times.push(performance.now() - sent);
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return { requests: times.length, elapsedMs: performance.now() - started, times };
  } finally {
    await pool.end();
  }
}
