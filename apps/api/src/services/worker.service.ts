import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Piscina } from 'piscina';
import { AppError } from '../kernel/errors.ts';
import type { TaskInput, TaskName, TaskOutput, ThreadMessage } from '../threads/worker.thread.ts';

interface WorkerServiceOptions {
  /** Default: the cores but one, which stays with the event loop. */
  maxThreads?: number;
  /** Tasks that wait for a thread; beyond, a task is refused. */
  maxQueued?: number;
  /** Told of each task that ended, in seconds from its call. */
  onTask?: (task: TaskName, outcome: 'done' | 'failed' | 'refused', seconds: number) => void;
}

export interface ThreadLoad {
  /** Tasks that wait for a thread. */
  readonly queued: number;
  readonly running: number;
  readonly threads: number;
}

/** As many as the forms that a process reads at once (upload.middleware.ts): waiting costs a path each. */
const MAX_QUEUED = 256;

export type WorkerService = ReturnType<typeof createWorkerService>;

/**
 * Work that would hold up the event loop, in worker threads. The pool is loaded and made at the first use,
 * threads end when they have been idle for a while, and input and output are copied between them.
 */
export function createWorkerService({
  maxThreads,
  maxQueued = MAX_QUEUED,
  onTask,
}: WorkerServiceOptions = {}) {
  let pool: Promise<Piscina> | undefined;
  let opened: Piscina | undefined;
  let inPool = 0;
  const open = async () => {
    const { Piscina } = await import('piscina');
    opened = new Piscina({
      filename: threadFile(),
      minThreads: 0,
      maxThreads: maxThreads ?? Math.max(1, availableParallelism() - 1),
      idleTimeout: 10_000,
    });
    return opened;
  };

  return {
    /**
     * Runs a task; tasks wait for a free thread, as many as may.
     * @throws {AppError} busy
     * @throws what the task throws.
     */
    async run<T extends TaskName>(task: T, input: TaskInput<T>): Promise<TaskOutput<T>> {
      pool ??= open();
      const message: ThreadMessage<T> = { task, input };
      const threads = await pool;
      const begin = performance.now();
      const end = (outcome: 'done' | 'failed' | 'refused') =>
        onTask?.(task, outcome, (performance.now() - begin) / 1000);
      if (threads.queueSize >= maxQueued) {
        end('refused');
        throw new AppError('busy', 'Too many files are being looked at. Try again soon.', {
          retryAfterSeconds: 10,
        });
      }
      inPool++;
      try {
        const output: TaskOutput<T> = await threads.run(message);
        end('done');
        return output;
      } catch (error) {
        end('failed');
        throw error;
      } finally {
        inPool--;
      }
    },

    /** What the pool does at the moment. */
    load: (): ThreadLoad => ({
      queued: opened?.queueSize ?? 0,
      running: inPool - (opened?.queueSize ?? 0),
      threads: opened?.threads.length ?? 0,
    }),

    /** Ends the threads when they have finished what they do. */
    async close(): Promise<void> {
      await (await pool)?.close();
      pool = undefined;
      opened = undefined;
    },
  };
}

/** Threads run what this file itself is: TypeScript from src, JavaScript from dist. */
function threadFile(): string {
  const extension = path.extname(import.meta.url);
  return new URL(`../threads/worker.thread${extension}`, import.meta.url).href;
}
