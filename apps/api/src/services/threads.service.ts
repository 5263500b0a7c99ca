import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Piscina } from 'piscina';
import type imageDerivatives from '../threads/imageDerivatives.task.ts';

/** What can be run in a thread: the name of `threads/<name>.task.ts` and its function. */
export interface ThreadTasks {
  imageDerivatives: typeof imageDerivatives;
}

export interface ThreadsOptions {
  /** Default: the cores but one, which stays with the event loop. */
  maxThreads?: number;
}

export type ThreadsService = ReturnType<typeof createThreadsService>;

/**
 * Work that would hold up the event loop, in worker threads. The pool is loaded and made at the first use,
 * threads end when they have been idle for a while, and input and output are copied between them.
 */
export function createThreadsService({ maxThreads }: ThreadsOptions = {}) {
  let pool: Promise<Piscina> | undefined;
  const open = async () => {
    const { Piscina } = await import('piscina');
    return new Piscina({
      minThreads: 0,
      maxThreads: maxThreads ?? Math.max(1, availableParallelism() - 1),
      idleTimeout: 10_000,
    });
  };

  return {
    /** Runs a task; tasks wait for a free thread. @throws what the task throws. */
    async run<T extends keyof ThreadTasks>(
      task: T,
      ...[input]: Parameters<ThreadTasks[T]>
    ): Promise<Awaited<ReturnType<ThreadTasks[T]>>> {
      pool ??= open();
      return await (await pool).run(input, { filename: fileOf(task) });
    },

    /** Ends the threads when they have finished what they do. */
    async close(): Promise<void> {
      await (await pool)?.close();
      pool = undefined;
    },
  };
}

/** Threads run what this file itself is: TypeScript from src, JavaScript from dist. */
function fileOf(task: keyof ThreadTasks): string {
  const extension = path.extname(import.meta.url);
  return new URL(`../threads/${task}.task${extension}`, import.meta.url).href;
}
