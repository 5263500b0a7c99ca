import { enqueueJob } from './queue/enqueueJob.ts';
import type { JobWorker, JobWorkerOptions } from './queue/jobWorker.ts';
import { readQueueHealth } from './queue/readQueueHealth.ts';

export type { QueueHealth } from './queue/readQueueHealth.ts';

export type QueueService = ReturnType<typeof createQueueService>;

/** The job queue (graphile-worker). */
export function createQueueService() {
  return {
    enqueue: enqueueJob,
    health: readQueueHealth,

    /** Runs the queue's jobs in this process, until the worker is stopped. */
    async startWorker<Services>(options: JobWorkerOptions<Services>): Promise<JobWorker> {
      // Loaded here, so that an HTTP worker, which only queues, does without the library.
      const { startWorker } = await import('./queue/jobWorker.ts');
      return startWorker(options);
    },
  };
}
