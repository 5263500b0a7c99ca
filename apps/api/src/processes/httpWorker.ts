import { createServer } from 'node:http';
import { buildApp } from '../app.ts';
import { createContainer } from '../container.ts';
import { answerMetricsRequests, manageLifecycle, reportReady } from './childProcess.ts';
import { awaitDatabase } from './databaseWait.ts';
import { runMain } from './fail.ts';
import { drainable } from './httpDrain.ts';
import { listen, portOf } from './listen.ts';
import { startOwnMetrics } from './metricsServer.ts';
import { prepareSurroundings } from './standalone.ts';
import { warnOfConfiguration } from './startWarnings.ts';

/** Longer than the idle timeout of common load balancers (60 s), so that it is they who close. */
const KEEP_ALIVE_MS = 65_000;

/** The HTTP worker: container → application → listen → drain. */
export function runHttpWorker(): Promise<void> {
  return runMain(async () => {
    const { config, release } = await prepareSurroundings();
    const container = await createContainer(config);
    warnOfConfiguration(config, container.logger);
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, buildApp(container));
    const drain = drainable(server);
    await awaitDatabase(container.database, container.logger);
    await container.listen();
    const { host, port } = config.http;
    await listen(server, host, port, { variable: 'PORT', port });
    const { registry } = container.metrics;
    answerMetricsRequests(registry);
    const metrics = await startOwnMetrics(config, registry);
    manageLifecycle(container.logger, async () => {
      container.health.startDraining();
      await drain(config.processes.drainTimeoutMs);
      metrics?.close();
      await container.close();
      await release();
    });
    container.logger.debug(`Listening on ${config.http.host}:${portOf(server)}`, {
      pid: process.pid,
    });
    reportReady(portOf(server));
  });
}
