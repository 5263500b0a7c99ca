import cluster from 'node:cluster';
import type { Server } from 'node:http';
import type { Registry } from 'prom-client';
import type { Config } from '../config/index.ts';
import { metricsRoute } from '../routes/metrics.routes.ts';
import { nodeHttp } from '../utils/nodeHttp.ts';
import { listen, portOf, type PortSetting } from './listen.ts';

/** Closes the connection of a client that sends nothing. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 };

/** A running /metrics endpoint. */
export interface MetricsServer {
  port: number;
  close(): void;
}

/**
 * Serves /metrics on a separate port, which a proxy to the API does not reach.
 * @param setting the variable to change when the port is taken.
 */
export async function startMetricsServer(
  host: string,
  port: number,
  collect: () => Promise<string>,
  setting: PortSetting = { variable: 'METRICS_PORT', port, hostVariable: 'METRICS_HOST' },
): Promise<MetricsServer> {
  const server = nodeHttp.createServer(LIMITS, metricsRoute(host, collect));
  await listen(server, host, port, setting);
  return { port: portOf(server), close: () => closeServer(server) };
}

/** Serves the metrics of a process that runs alone; the primary serves those of a cluster. */
export async function startOwnMetrics(
  { http }: Config,
  registry: Registry,
): Promise<MetricsServer | undefined> {
  if (cluster.isWorker) return undefined;
  return await startMetricsServer(http.metricsHost, http.metricsPort, () => registry.metrics());
}

function closeServer(server: Server): void {
  server.close();
  server.closeAllConnections();
}
