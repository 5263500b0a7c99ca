import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Piscina } from 'piscina';
import type { TaskInput, TaskName, TaskOutput, ThreadMessage } from '../threads/worker.thread.ts';

interface WorkerServiceOptions {
  /** Default: the cores but one, which stays with the event loop. */
  maxThreads?: number;
}

export type WorkerService = ReturnType<typeof createWorkerService>;

/**
 * Work that would hold up the event loop, in worker threads. The pool is loaded and made at the first use,
 * threads end when they have been idle for a while, and input and output are copied between them.
 */
export function createWorkerService({ maxThreads }: WorkerServiceOptions = {}) {
  let pool: Promise<Piscina> | undefined;
  const open = async () => {
    const { Piscina } = await import('piscina');
    return new Piscina({
      filename: threadFile(),
      minThreads: 0,
      maxThreads: maxThreads ?? Math.max(1, availableParallelism() - 1),
      idleTimeout: 10_000,
    });
  };

  return {
    /** Runs a task; tasks wait for a free thread. @throws what the task throws. */
    async run<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> {
      pool ??= open();
      const message: ThreadMessage<T> = { task, input };
      return await (await pool).run(message);
    },

    /** Ends the threads when they have finished what they do. */
    async close(): Promise<void> {
      await (await pool)?.close();
      pool = undefined;
    },
  };
}

/** Threads run what this file itself is: TypeScript from src, JavaScript from dist. */
function threadFile(): string {
  const extension = path.extname(import.meta.url);
  return new URL(`../threads/worker.thread${extension}`, import.meta.url).href;
}
