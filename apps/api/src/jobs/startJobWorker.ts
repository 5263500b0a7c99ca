import type { Container } from '../container.ts';
import { loadContent } from '../mails/registry.ts';
import { loadJobs } from './registry.ts';

/** Runs the queue's jobs in this process, until it is stopped. */
export async function startJobWorker(container: Container) {
  const { config, database, services, logger, metrics } = container;
  metrics.watchQueue(() => services.queue.health({ db: database }));
  return services.queue.startWorker({
    database,
    services: { ...services, loadContent },
    logger,
    jobs: await loadJobs(),
    concurrency: config.processes.jobConcurrency,
    onJobEnd({ job, outcome, durationMs }) {
      metrics.jobs.inc({ job, outcome });
      metrics.jobDuration.observe({ job }, durationMs / 1000);
    },
  });
}
