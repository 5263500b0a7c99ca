import { createContainer } from '../container.ts';
import { startJobWorker } from '../jobs/startJobWorker.ts';
import { answerMetricsRequests, manageLifecycle, reportReady } from './childProcess.ts';
import { awaitDatabase } from './databaseWait.ts';
import { runMain } from './fail.ts';
import { startOwnMetrics } from './metricsServer.ts';
import { prepareRuntimeEnv } from './standalone.ts';
import { checkStorage } from './storageCheck.ts';
import { releaseStartMemory } from './startMemory.ts';
import { warnOfConfiguration } from './startWarnings.ts';

/** The job worker: the same container, with the job queue and the schedules running. */
export function runJobWorker(): Promise<void> {
  return runMain(async () => {
    const { config, release } = await prepareRuntimeEnv();
    const container = await createContainer(config);
    warnOfConfiguration(config, container.logger);
    const { registry } = container.metrics;
    const tellFigures = answerMetricsRequests(registry);
    await awaitDatabase(container.database, container.logger);
    await checkStorage(container);
    await container.listen();
    const worker = await startJobWorker(container);
    const metrics = await startOwnMetrics(config, registry);
    const lifecycle = manageLifecycle(container.logger, async () => {
      await worker.stop(config.processes.drainTimeoutMs);
      metrics?.close();
      await tellFigures();
      await container.close();
      await release();
    });
    void worker.stopped.then(() => lifecycle.databaseLost());
    reportReady();
    releaseStartMemory();
  });
}
