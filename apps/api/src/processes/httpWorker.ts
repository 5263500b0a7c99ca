import { buildApp } from '../app.ts';
import { createContainer } from '../container.ts';
import { answerMetricsRequests, manageLifecycle, reportReady } from './childProcess.ts';
import { awaitDatabase } from './databaseWait.ts';
import { runMain } from './fail.ts';
import { prepareDrain } from './httpDrain.ts';
import { createHttpServer } from './httpServer.ts';
import { listen, portOf } from './listen.ts';
import { startOwnMetrics } from './metricsServer.ts';
import { prepareRuntimeEnv } from './standalone.ts';
import { releaseStartMemory } from './startMemory.ts';
import { warnOfConfiguration } from './startWarnings.ts';
import { checkStorageIfAlone } from './storageCheck.ts';

/** The HTTP worker: container → application → listen → drain. */
export function runHttpWorker(): Promise<void> {
  return runMain(async () => {
    const { config, release } = await prepareRuntimeEnv();
    const container = await createContainer(config);
    warnOfConfiguration(config, container.logger);
    const server = createHttpServer(buildApp(container), config.http);
    const drain = prepareDrain(server);
    await awaitDatabase(container.database, container.logger);
    await checkStorageIfAlone(container);
    await container.listen();
    const { host, port } = config.http;
    await listen(server, host, port, { variable: 'PORT', port });
    const { registry } = container.metrics;
    const tellFigures = answerMetricsRequests(registry);
    const metrics = await startOwnMetrics(config, registry);
    manageLifecycle(container.logger, async () => {
      container.health.startDraining();
      await drain(config.processes.drainTimeoutMs);
      metrics?.close();
      await tellFigures();
      await container.close();
      await release();
    });
    container.logger.debug(`Listening on ${config.http.host}:${portOf(server)}`, {
      pid: process.pid,
    });
    reportReady(portOf(server));
    releaseStartMemory();
  });
}
